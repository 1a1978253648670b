import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { GibbsSampler } from "../../../src/models/machines/gibbs-sampler.js";
import { MachineSamples } from "../../../src/models/machines/machine-samples.js";
import { NormalTargets } from "../../../src/models/machines/normal-targets.js";
import { SampledRows, writeRow } from "../../../src/models/machines/sampled-rows.js";
import { sparse } from "../../sparse/matrices.js";

test("writeRow adds weights and the pairs of a row, by hand", () => {
  // Two columns: weight 1 and factor 2; weight 3 and factor 4.
  const columns = Float32Array.of(1, 2, 3, 4);
  const into = new Float64Array(2);
  writeRow(sparse([[1, 0.5]]), 0, columns, into);
  // 1 + 3 × ½ + 2 × 4 × ½, and 2 + 4 × ½.
  expect([...into]).toEqual([6.5, 4]);
});

test("SampledRows has the row of each user in each sample", () => {
  const features = sparse([
    [1, 0, 0.5],
    [0, 1, 0.25],
  ]);
  const groups = [{ name: "all", size: 3 }];
  const data = {
    blocks: [{ features, groups }],
    rowsOfRatings: [Int32Array.of(0, 1)],
    targets: new NormalTargets(Float64Array.of(1, 2)),
  };
  const sampler = new GibbsSampler(data, 1, random());
  const samples = MachineSamples.empty({ factors: 1, columns: 3, groups: 1, cuts: 0 }, 2);
  for (const sample of [0, 1]) {
    sampler.sweep();
    samples.write(sample, sampler);
  }
  const rows = new SampledRows(samples, features, 0);
  const expected = new Float64Array(2);
  for (const sample of [0, 1]) {
    for (const row of [0, 1]) {
      writeRow(features, row, samples.columns(sample), expected);
      expect(rows.row(sample, row)).toEqual(Float32Array.from(expected));
    }
    expect(rows.ofSample(sample)).toHaveLength(4);
  }
});
