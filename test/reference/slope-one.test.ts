import { expect, test } from "vitest";
import { deviation, slopeOne } from "../../src/reference/slope-one.js";

/**
 * The example of Lemire and Maclachlan's paper, figure 1: user 0 gave 1 and 1.5, user 1 gave 2 to
 * the first item.
 */
const figure = [
  { user: 0, item: 0, rating: 1 },
  { user: 0, item: 1, rating: 1.5 },
  { user: 1, item: 0, rating: 2 },
];

test("the paper's first example: 2 + (1.5 − 1) = 2.5", () => {
  expect(deviation(figure, 1, 0)).toBe(0.5);
  expect(slopeOne(figure, 1, 1)).toBe(2.5);
});

test("deviations of several items are averaged, those with too few common raters left out", () => {
  const ratings = [
    ...figure,
    { user: 2, item: 0, rating: 3 },
    { user: 2, item: 1, rating: 4 },
    { user: 2, item: 2, rating: 5 },
    { user: 1, item: 2, rating: 4 },
  ];
  // From item 0: (0.5 + 1) / 2; from item 2: −1 by one user. The user's mean is 3.
  expect(slopeOne(ratings, 1, 1)).toBeCloseTo(3 + (0.75 - 1) / 2, 12);
  expect(slopeOne(ratings, 1, 1, { minCommon: 2 })).toBeCloseTo(3.75, 12);
  expect(slopeOne(ratings, 1, 1, { minCommon: 3 })).toBe(3);
});

test("two items without a common user have no deviation", () => {
  expect(deviation(figure, 0, 5)).toBeNaN();
});
