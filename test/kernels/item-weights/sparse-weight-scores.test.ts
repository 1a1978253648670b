import fc from "fast-check";
import { expect, test } from "vitest";
import { sparseWeightScores } from "../../../src/kernels/item-weights/sparse-weight-scores.js";
import { itemWeightScores } from "../../../src/reference/item-weight-scores.js";
import { sparse } from "../../sparse/matrices.js";
import { userWithWeights } from "./user-with-weights.js";

test("adds the weights from the user's items up where there are any, worked out by hand", () => {
  // From 0 to 1: 2; from 2 to 1: 7.
  const weights = sparse([
    [0, 2, 0],
    [4, 0, 0],
    [0, 7, 0],
  ]);
  const scores = new Float64Array(3);
  sparseWeightScores(Int32Array.of(0, 2), Float64Array.of(1, 0.5), weights, scores);
  expect([...scores]).toEqual([Number.NaN, 5.5, Number.NaN]);
  sparseWeightScores(new Int32Array(0), new Float64Array(0), weights, scores);
  expect([...scores]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test("gives the scores of the reference implementation, a weight of 0 being none", () => {
  fc.assert(
    fc.property(userWithWeights, ({ weights, userItems }) => {
      const scores = new Float64Array(weights.length);
      sparseWeightScores(
        Int32Array.from(userItems, ({ item }) => item),
        Float64Array.from(userItems, ({ value }) => value),
        sparse(weights),
        scores,
      );
      const stored = weights.map((row) => row.map((weight) => weight || Number.NaN));
      expect([...scores]).toEqual(itemWeightScores(stored, userItems));
    }),
  );
});
