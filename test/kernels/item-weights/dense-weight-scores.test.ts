import fc from "fast-check";
import { expect, test } from "vitest";
import { denseWeightScores } from "../../../src/kernels/item-weights/dense-weight-scores.js";
import { itemWeightScores } from "../../../src/reference/item-weight-scores.js";
import { userWithWeights } from "./user-with-weights.js";

test("adds the weights from the user's items up, worked out by hand", () => {
  const weights = Float64Array.of(0, 2, 3, 4, 0, 5, 6, 7, 0);
  const scores = new Float64Array(3);
  denseWeightScores(Int32Array.of(0, 2), Float64Array.of(1, 0.5), weights, scores);
  // From item 0 (value 1) and item 2 (value ½): 6 / 2, 2 + 7 / 2, 3.
  expect([...scores]).toEqual([3, 5.5, 3]);
});

test("gives NaN to a user's only item, and everywhere to a user without items", () => {
  const scores = new Float64Array(2);
  denseWeightScores(Int32Array.of(1), Float64Array.of(2), Float64Array.of(0, 5, -3, 0), scores);
  expect([...scores]).toEqual([-6, Number.NaN]);
  denseWeightScores(new Int32Array(0), new Float64Array(0), Float64Array.of(0, 5, -3, 0), scores);
  expect([...scores]).toEqual([Number.NaN, Number.NaN]);
});

test("gives the scores of the reference implementation", () => {
  fc.assert(
    fc.property(userWithWeights, ({ weights, userItems }) => {
      const scores = new Float64Array(weights.length);
      denseWeightScores(
        Int32Array.from(userItems, ({ item }) => item),
        Float64Array.from(userItems, ({ value }) => value),
        Float64Array.from(weights.flat()),
        scores,
      );
      expect([...scores]).toEqual(itemWeightScores(weights, userItems));
    }),
  );
});
