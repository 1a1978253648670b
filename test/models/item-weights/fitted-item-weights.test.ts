import { describe, expect, test } from "vitest";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { FittedItemWeights } from "../../../src/models/item-weights/fitted-item-weights.js";
import {
  DenseWeights,
  type ItemWeights,
  SparseWeights,
} from "../../../src/models/item-weights/item-weights.js";
import { ratingsOf } from "../../evaluation/made-up-ratings.js";
import { sparse } from "../../sparse/matrices.js";

const ratings = ratingsOf([
  [1, "a", 4],
  [1, "b", 2],
  [2, "b", 5],
  [2, "c", 3],
  [3, "d", 1],
]);
/** Weights from a, b, c and d to one another. */
const table = [
  [0, 0.5, 2, 0],
  [1, 0, -3, 0],
  [0.25, 4, 0, 0],
  [0, 0, 0, 0],
];
const fittedWith = (binary: boolean, weights: ItemWeights = new SparseWeights(sparse(table))) =>
  new FittedItemWeights(ratings, { kind: Ease, settings: new Ease({ binary }).settings }, weights);

describe("FittedItemWeights", () => {
  test("scores by the sum of value × weight over the user's other items, by hand", () => {
    const [ones, values] = [fittedWith(true), fittedWith(false)];
    // User 1 has a (4) and b (2): to a by b, to b by a, to c by both.
    expect(["a", "b", "c", "d"].map((itemId) => ones.predict(1, itemId))).toEqual([1, 0.5, -1, Number.NaN]);
    expect(["a", "b", "c"].map((itemId) => values.predict(1, itemId))).toEqual([2, 2, 2]);
    expect(ones.predict(3, "a")).toBeNaN();
  });

  test("predicts a pair as it scores all items", () => {
    for (const weights of [
      new SparseWeights(sparse(table)),
      new DenseWeights(Float64Array.from(table.flat()), 4),
    ]) {
      const fitted = fittedWith(false, weights);
      for (const userIndex of ratings.users.ids.keys()) {
        const scores = new Float64Array(4);
        fitted.scoreItems(userIndex, scores);
        for (const [itemIndex, score] of scores.entries())
          expect(fitted.scoreItem(userIndex, itemIndex)).toBe(score);
      }
    }
  });

  test("similar items are those with the largest weights from an item, with their common raters", () => {
    expect(fittedWith(true).similarItems("b")).toEqual([
      { itemId: "a", similarity: 1, common: 1 },
      { itemId: "c", similarity: -3, common: 1 },
    ]);
    expect(fittedWith(true).similarItems("a", { count: 1 })).toEqual([
      { itemId: "c", similarity: 2, common: 0 },
    ]);
    expect(() => fittedWith(true).similarItems("z")).toThrow("z");
    expect(() => fittedWith(true).similarItems("a", { count: -1 })).toThrow("count: -1");
  });

  test("explains a score by value × weight, the largest first whatever its sign", () => {
    expect(fittedWith(false).explain(1, "c")).toEqual({
      base: 0,
      contributions: [
        { itemId: "a", rating: 4, share: 8 },
        { itemId: "b", rating: 2, share: -6 },
      ],
    });
    expect(
      fittedWith(true)
        .explain(1, "c")
        .contributions.map(({ itemId }) => itemId),
    ).toEqual(["b", "a"]);
    expect(fittedWith(true).explain(3, "c")).toEqual({ base: Number.NaN, contributions: [] });
  });
});
