import { expect, test } from "vitest";
import { neighborFeatures } from "../../src/reference/rating-features.js";

/** Users 0 and 1 rated items 0 and 1; user 1 also rated item 2, and user 2 only item 2. */
const ratings = [
  { user: 0, item: 0, rating: 5 },
  { user: 0, item: 1, rating: 1 },
  { user: 1, item: 0, rating: 4 },
  { user: 1, item: 1, rating: 2 },
  { user: 1, item: 2, rating: 5 },
  { user: 2, item: 2, rating: 2 },
];

test("by hand: the nearest ratings of the item and of the user, padded with their means, and both means", () => {
  // User 1 is the only rater of item 2 with an item in common with user 0. Item 2 shares user 1
  // with item 0 (cosine 20 / √(41 × 29)) and with item 1 (10 / √(5 × 29)), which is the nearer one.
  const features = neighborFeatures(ratings, { user: 0, item: 2 }, 2);
  expect(features).toEqual([5, 3.5, 1, 5, 3, 3.5]);
});

test("gives the ratings of the most similar users and items, and fills up with means", () => {
  // Users × items:  0: 3 4 –   1: 3 – 5   2: – 4 1   3: – – 2
  const rows = [
    { user: 0, item: 0, rating: 3 },
    { user: 0, item: 1, rating: 4 },
    { user: 1, item: 0, rating: 3 },
    { user: 1, item: 2, rating: 5 },
    { user: 2, item: 1, rating: 4 },
    { user: 2, item: 2, rating: 1 },
    { user: 3, item: 2, rating: 2 },
  ];
  // Of the raters of item 2, user 2 is more similar to user 0 (16 / (5 × √17) = 0.78) than user 1
  // (9 / (5 × √34) = 0.31); user 3 shares no item. Item 2 is more similar to item 0
  // (15 / √(18 × 30) = 0.65) than to item 1 (4 / √(32 × 30) = 0.13).
  const [userMean, itemMean] = [3.5, 8 / 3];
  expect(neighborFeatures(rows, { user: 0, item: 2 }, 3)).toEqual([
    ...[1, 5, itemMean],
    ...[3, 4, userMean],
    userMean,
    itemMean,
  ]);
  expect(neighborFeatures(rows, { user: 0, item: 2 }, 1)).toEqual([1, 3, userMean, itemMean]);
});

test("gives NaN where a user or an item has no rating", () => {
  const rows = [{ user: 0, item: 0, rating: 3 }];
  expect(neighborFeatures(rows, { user: 1, item: 0 }, 1)).toEqual([3, Number.NaN, Number.NaN, 3]);
});
