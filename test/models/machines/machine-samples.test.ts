import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import type { SavedArray } from "../../../src/models/contract/model.js";
import { GibbsSampler } from "../../../src/models/machines/gibbs-sampler.js";
import { MachineSamples } from "../../../src/models/machines/machine-samples.js";
import { NormalTargets } from "../../../src/models/machines/normal-targets.js";
import { OrdinalTargets } from "../../../src/models/machines/ordinal-targets.js";
import { sparse } from "../../sparse/matrices.js";

const shape = { factors: 2, columns: 3, groups: 2, cuts: 0 };
const block = {
  features: sparse([
    [1, 0, 1],
    [0, 1, 1],
  ]),
  groups: [
    { name: "id", size: 2 },
    { name: "other", size: 1 },
  ],
};
const sampler = new GibbsSampler(
  {
    blocks: [block],
    rowsOfRatings: [Int32Array.of(0, 1, 1)],
    targets: new NormalTargets(Float64Array.of(1, 2, 3)),
  },
  2,
  random({ seed: 1 }),
);
sampler.sweep();

test("a sample has a sampler's parameters in single precision", () => {
  const samples = MachineSamples.empty(shape, 2);
  samples.write(1, sampler);
  expect(samples.count).toBe(2);
  expect(samples.bias(1)).toBe(Math.fround(sampler.bias));
  expect(samples.noise(1)).toBe(Math.fround(sampler.noise));
  const { weights, values, priors } = sampler;
  expect([...samples.columns(1)]).toEqual(
    [0, 1, 2].flatMap((k) => [weights[k]!, values[0]![k]!, values[1]![k]!].map(Math.fround)),
  );
  expect([...samples.prior(1, 1).means]).toEqual(priors.map((each) => Math.fround(each[2]!)));
  expect([...samples.prior(1, 1).precisions]).toEqual(priors.map((each) => Math.fround(each[3]!)));
  expect([...samples.columns(0)]).toEqual(Array(9).fill(0));
});

test("saved samples are the same, and of another length are refused", () => {
  const samples = MachineSamples.empty(shape, 1);
  samples.write(0, sampler);
  const restored = MachineSamples.restore({ arrays: samples.state() }, shape, 1);
  expect(restored.columns(0)).toEqual(samples.columns(0));
  const broken: Record<string, SavedArray>[] = [
    {},
    { samples: new Float64Array(23) },
    { samples: new Int32Array(22) },
  ];
  for (const arrays of broken) {
    expect(() => MachineSamples.restore({ arrays }, shape, 1)).toThrow(
      "saved model: its samples are not 1 of 23 numbers; save the model again",
    );
  }
});

test("a sample of classes has their cut points before the priors", () => {
  const targets = new OrdinalTargets(Int32Array.of(0, 1, 2), 3);
  const ordinal = new GibbsSampler(
    { blocks: [block], rowsOfRatings: [Int32Array.of(0, 1, 1)], targets },
    2,
    random({ seed: 1 }),
  );
  ordinal.sweep();
  const samples = MachineSamples.empty({ ...shape, cuts: 2 }, 1);
  samples.write(0, ordinal);
  expect([...samples.cuts(0)]).toEqual([...targets.cuts].map(Math.fround));
  expect([...samples.prior(0, 0).means]).toEqual(ordinal.priors.map((each) => Math.fround(each[0]!)));
  expect(samples.columns(0)[0]).toBe(Math.fround(ordinal.weights[0]!));
});
