import { expect, test } from "vitest";
import { nmfPass } from "../../../src/reference/factors/nmf.js";

test("multiplies factors as worked out on paper, with λ once per rating", () => {
  // One user with p = 1, two items with q = 1 and 2, ratings 3 and 4. Estimates are 1 and 2.
  const ratings = [
    { user: 0, item: 0, rating: 3 },
    { user: 0, item: 1, rating: 4 },
  ];
  const { userFactors, itemFactors } = nmfPass(ratings, [[1]], [[1], [2]], 0.5);
  // (3 × 1 + 4 × 2) / (1 × 1 + 2 × 2 + 2 × 0.5 × 1)
  expect(userFactors[0]![0]).toBeCloseTo(11 / 6, 15);
  // 1 × 3 / (1 + 0.5 × 1) and 2 × 4 / (2 + 0.5 × 2), both with p from before the update.
  expect(itemFactors[0]![0]).toBeCloseTo(3 / 1.5, 15);
  expect(itemFactors[1]![0]).toBeCloseTo(8 / 3, 15);
});

test("without λ, factors that fit all ratings stay as they are", () => {
  const ratings = [
    { user: 0, item: 0, rating: 1 * 2 + 3 * 1 },
    { user: 1, item: 0, rating: 2 * 2 + 0.5 * 1 },
  ];
  const { userFactors, itemFactors } = nmfPass(
    ratings,
    [
      [1, 3],
      [2, 0.5],
    ],
    [[2, 1]],
    0,
  );
  expect(userFactors).toEqual([
    [1, 3],
    [2, 0.5],
  ]);
  expect(itemFactors).toEqual([[2, 1]]);
});

test("factors of a user or an item without ratings become 0", () => {
  expect(nmfPass([], [[1, 2]], [[3, 4]], 0.5)).toEqual({ userFactors: [[0, 0]], itemFactors: [[0, 0]] });
});
