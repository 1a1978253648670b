import { expect, test } from "vitest";
import { mergeItems } from "../../src/ratings/merge-items.js";
import { Ratings } from "../../src/ratings/ratings.js";

test("merges to means in the place of the first, as the method does", () => {
  const ratings = Ratings.from(
    [
      { userId: 1, itemId: "a", rating: 5, timestamp: 3 },
      { userId: 2, itemId: "c", rating: 1, timestamp: 4 },
      { userId: 1, itemId: "b", rating: 2, timestamp: 9 },
    ],
    { scale: { min: 1, max: 5 } },
  );
  const merged = mergeItems(ratings, (itemId) => (itemId === "b" ? "a" : itemId));
  expect([...merged]).toEqual([
    { userId: 1, itemId: "a", rating: 3.5, timestamp: 3 },
    { userId: 2, itemId: "c", rating: 1, timestamp: 4 },
  ]);
  expect([...merged.mergedRows!]).toEqual([
    ["a", 2],
    ["c", 1],
  ]);
  expect(merged.scale).toEqual({ min: 1, max: 5 });
  expect([...ratings.mergeItems((itemId) => (itemId === "b" ? "a" : itemId))]).toEqual([...merged]);
});
