import { expect, test } from "vitest";
import { itemStatistics } from "../../src/ratings/item-statistics.js";
import { Ratings } from "../../src/ratings/ratings.js";

test("every item has the number and the mean of its ratings", () => {
  const ratings = Ratings.from([
    { userId: 1, itemId: "b", rating: 4 },
    { userId: 1, itemId: "a", rating: 1 },
    { userId: 2, itemId: "b", rating: 5 },
  ]);
  expect(itemStatistics(ratings)).toEqual([
    { itemId: "b", count: 2, mean: 4.5 },
    { itemId: "a", count: 1, mean: 1 },
  ]);
  expect(itemStatistics(ratings.filter(() => false))).toEqual([]);
});
