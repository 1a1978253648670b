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
  // User 1 is the only rater of item 2 with an item in common with user 0. Item 2 shares user 1 with
  // item 0 (cosine 20 / √(41 × 29)) and with item 1 (10 / √(5 × 29)), which is the nearer one.
  const features = neighborFeatures(ratings, { user: 0, item: 2 }, 2);
  expect(features).toEqual([5, 3.5, 1, 5, 3, 3.5]);
});
