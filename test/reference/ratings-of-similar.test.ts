import { expect, test } from "vitest";
import { ratingsOfSimilar } from "../../src/reference/ratings-of-similar.js";

/** User 0 rated item 0; users 1 to 4 rated item 1, and the first three of them item 0 as well. */
const ratings = [
  { user: 0, item: 0, rating: 4 },
  { user: 1, item: 0, rating: 1 },
  { user: 1, item: 1, rating: 3 },
  { user: 2, item: 0, rating: 4 },
  { user: 2, item: 1, rating: 3 },
  { user: 3, item: 0, rating: 2 },
  { user: 3, item: 1, rating: 2 },
  { user: 4, item: 1, rating: 5 },
];

test("by hand: the cosines are 1 / √10, 4 / 5, 1 / √2 and 0", () => {
  expect(ratingsOfSimilar(ratings, { user: 0, item: 1 }, 5)).toEqual([3, 2, 3]);
  expect(ratingsOfSimilar(ratings, { user: 0, item: 1 }, 2)).toEqual([3, 2]);
  expect(ratingsOfSimilar(ratings, { user: 0, item: 1 }, 0)).toEqual([]);
});

test("a user's own rating of the item is not among them", () => {
  expect(ratingsOfSimilar(ratings, { user: 2, item: 1 }, 5)).toEqual([2, 3, 5]);
});
