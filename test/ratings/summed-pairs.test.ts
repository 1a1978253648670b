import { expect, test } from "vitest";
import { IdIndex } from "../../src/ratings/id-index.js";
import { summedPairs } from "../../src/ratings/summed-pairs.js";

test("repeats are summed in the place of the first, with the latest known timestamp", () => {
  const rows = {
    users: IdIndex.from(["u", "v"]),
    items: IdIndex.from(["a", "b"]),
    userIndices: Int32Array.of(0, 1, 0, 0, 1),
    itemIndices: Int32Array.of(0, 0, 0, 1, 0),
    values: Float64Array.of(1, 2, 4, 8, 16),
    timestamps: Float64Array.of(Number.NaN, 9, 5, 6, Number.NaN),
  };
  expect(summedPairs(rows)).toEqual({
    ...rows,
    userIndices: Int32Array.of(0, 1, 0),
    itemIndices: Int32Array.of(0, 0, 1),
    values: Float64Array.of(5, 18, 8),
    timestamps: Float64Array.of(5, 9, 6),
  });
  expect([...rows.values]).toEqual([1, 2, 4, 8, 16]);
  expect(summedPairs({ ...rows, timestamps: undefined }).timestamps).toBeUndefined();
});
