import { expect, test } from "vitest";
import { batchCostOf } from "../../../src/reference/factors/batch-cost.js";

test("the cost is the one worked out on paper", () => {
  const ratings = [
    { user: 0, item: 0, rating: 4 },
    { user: 0, item: 1, rating: 1 },
  ];
  // Errors: 2 × 3 + 1 × 0 − 4 = 2 and 0 × 3 + 5 × 0 − 1 = −1. Squares of factors: 5 + 25 + 9.
  const [items, users] = [
    [
      [2, 1],
      [0, 5],
    ],
    [[3, 0]],
  ];
  expect(batchCostOf(ratings, items, users, { regularization: 0 })).toBe((4 + 1) / 2);
  expect(batchCostOf(ratings, items, users, { regularization: 3 })).toBe(2.5 + 1.5 * (5 + 25 + 9));
});

test("without ratings it is the penalty alone", () => {
  expect(batchCostOf([], [[2]], [], { regularization: 1 })).toBe(2);
});
