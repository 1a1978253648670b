import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedInteractions } from "../../../src/models/implicit/weighted-interactions.js";
import { madeUpRatings, ratingsOf } from "../../evaluation/made-up-ratings.js";
import { tableOf } from "../../sparse/matrices.js";

const plain = { binary: true, relevantFrom: undefined, activityPower: 0, popularityPower: 0 };

/** User 1 has rated a, b, c; user 2 has rated a. */
const ratings = ratingsOf([
  [1, "a", 4],
  [1, "b", 2],
  [1, "c", 5],
  [2, "a", 3],
]);

test("without powers the matrix has the values of the ratings", () => {
  expect(tableOf(weightedInteractions(ratings, plain).byUser)).toEqual([
    [1, 1, 1],
    [1, 0, 0],
  ]);
  const { byUser, itemScales } = weightedInteractions(ratings, { ...plain, binary: false });
  expect(tableOf(byUser)).toEqual([
    [4, 2, 5],
    [3, 0, 0],
  ]);
  expect([...itemScales]).toEqual([1, 1, 1]);
});

test("users are weighted and items scaled by powers of their ratings over the mean, by hand", () => {
  const settings = { ...plain, activityPower: 2, popularityPower: 1 };
  // Users have 3 and 1 ratings, 2 on average; items 2, 1 and 1, 4/3 on average.
  const [first, second] = [2 / 3, 2];
  const [a, b, c] = [2 / 3, 4 / 3, 4 / 3];
  const { byUser, itemScales } = weightedInteractions(ratings, settings);
  for (const [k, scale] of [a, b, c].entries()) expect(itemScales[k]).toBeCloseTo(scale, 14);
  for (const [k, value] of [first * a, first * b, first * c, second * a].entries())
    expect(byUser.values[k]).toBeCloseTo(value, 14);
});

test("the matrix by item is the transpose of that by user", () => {
  const powers = fc.record({
    binary: fc.boolean(),
    relevantFrom: fc.constant(undefined),
    activityPower: fc.constantFrom(0, 0.5, 1),
    popularityPower: fc.constantFrom(0, 0.3),
  });
  fc.assert(
    fc.property(madeUpRatings, powers, (made, settings) => {
      const { byUser, byItem } = weightedInteractions(made, settings);
      const columns = tableOf(byItem);
      for (const [user, row] of tableOf(byUser).entries()) {
        for (const [item, value] of row.entries()) expect(columns[item]![user]).toBeCloseTo(value, 12);
      }
    }),
  );
});

test("ratings below 0 are refused", () => {
  const negative = ratings.withScale({ min: -1, max: 5 }).concat([{ userId: 3, itemId: "a", rating: -1 }]);
  expect(() => weightedInteractions(negative, plain)).toThrow("row 4: rating -1 is below 0");
});
