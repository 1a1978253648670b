import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { binFeatures } from "../../../src/models/trees/binned-features.js";
import { FeatureTable } from "../../../src/models/trees/feature-table.js";

test("gives each of a feature's few values a bin, and NaN its own", () => {
  const table = FeatureTable.from([
    [3, 7],
    [Number.NaN, 7],
    [1, 7],
    [3, Number.NaN],
  ]);
  const binned = binFeatures(table, random({ seed: 0 }));
  expect([...binned.bins]).toEqual([1, 0, 255, 0, 0, 0, 1, 255]);
  expect(binned.width).toBe(2);
  expect([...binned.binCounts]).toEqual([2, 1]);
  expect([...binned.nanCounts]).toEqual([1, 1]);
  expect(binned.thresholds.map((each) => [...each])).toEqual([[2, Infinity], [Infinity]]);
});

test("estimates quantiles of more than 200,000 rows from a sample, drawn by the seed", () => {
  const count = 210_000;
  const table = new FeatureTable({
    values: Float64Array.from({ length: count }, (_, row) => row),
    names: ["row"],
  });
  const [first, again, other] = [1, 1, 2].map((seed) => binFeatures(table, random({ seed })).thresholds[0]!);
  expect(first).toEqual(again);
  expect(first).not.toEqual(other);
  expect(first).toHaveLength(255);
  for (const [k, threshold] of [...first!.subarray(0, -1)].entries()) {
    expect(Math.abs(threshold - (count * (k + 1)) / 255)).toBeLessThan(0.01 * count);
  }
});
