import { expect, test } from "vitest";
import { correlationsWith } from "../../../src/models/neighbors/correlations-with.js";
import { countSimilarities } from "../../../src/models/neighbors/count-similarities.js";
import { SIMILARITIES } from "../../../src/models/neighbors/knn-settings.js";
import { similarityMatrix } from "../../../src/models/neighbors/similarity-matrix.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** Five users and four items; the last item has one rating, the third only equal ones. */
const rows: [string, string, number][] = [
  ["a", "x", 5],
  ["a", "y", 4],
  ["a", "z", 3],
  ["a", "w", 2],
  ["b", "x", 4],
  ["b", "y", 4.5],
  ["b", "z", 3],
  ["c", "x", 1],
  ["c", "y", 2],
  ["c", "z", 3],
  ["d", "x", 3],
  ["d", "y", 1],
];
const ratings = Ratings.from(rows.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));

test("the matrix is symmetric, has each item's correlation with itself, and NaN where there is none", () => {
  const [x, y, z] = similarityMatrix(ratings, ["x", "y", "z"]);
  expect(x[0]).toBeCloseTo(1, 12);
  expect(x[1]).toBe(y[0]);
  // By hand: Σ dx dy = 5.625 over √(8.75 × 8.1875), from the means 3.25 and 2.875.
  expect(x[1]).toBeCloseTo(5.625 / Math.sqrt(8.75 * 8.1875), 12);
  expect([x[2], z[2]]).toEqual([Number.NaN, Number.NaN]);
});

test("order and choice of the items are the caller's", () => {
  const [y, x] = similarityMatrix(ratings, ["y", "x"]);
  expect([y[1], x[1]]).toEqual([similarityMatrix(ratings, ["x", "y"])[0][1], expect.closeTo(1, 12)]);
  expect(similarityMatrix(ratings, ["x", "y"], { minCommon: 5 })[0][1]).toBeNaN();
});

test("an unknown item is refused", () => {
  expect(() => similarityMatrix(ratings, ["x", "q"])).toThrow('item "q" is not among the 4 rated items');
});

test.each(SIMILARITIES)(
  "the count of %s is that of all correlations, one item after the other",
  (similarity) => {
    for (const minCommon of [1, 2, 3, 4, 5]) {
      const { withThemselves, pairs } = countSimilarities(ratings, { similarity, minCommon });
      const all = ratings.items.ids.flatMap((itemId) =>
        correlationsWith(ratings, itemId, { similarity, minCommon }).map((other) => other.itemId === itemId),
      );
      expect([withThemselves, 2 * pairs]).toEqual([
        all.filter((isSelf) => isSelf).length,
        all.filter((isSelf) => !isSelf).length,
      ]);
    }
  },
);

test("by hand: of three items with two ratings or more, one is constant", () => {
  expect(countSimilarities(ratings, { minCommon: 2 })).toEqual({ withThemselves: 2, pairs: 1 });
  expect(countSimilarities(ratings, { similarity: "cosine-common", minCommon: 2 })).toEqual({
    withThemselves: 3,
    pairs: 3,
  });
});
