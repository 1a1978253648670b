import { expect, test } from "vitest";
import { partOf } from "../../src/ratings/part-of.js";
import { smallRatings } from "./small-ratings.js";

test("a part has the ratings of its rows, and all users and items with their indices", () => {
  const part = partOf(smallRatings, Int32Array.of(2, 0));
  expect([...part]).toEqual([
    { userId: "b", itemId: "y", rating: 4 },
    { userId: "a", itemId: "x", rating: 5 },
  ]);
  expect(part.users).toBe(smallRatings.users);
  expect(part.items).toBe(smallRatings.items);
  expect(part.byUser.rowLength(part.users.indexOf("c"))).toBe(0);
});

test("a part keeps the scale of all ratings", () => {
  expect(partOf(smallRatings, Int32Array.of(1)).scale).toEqual({ min: 1, max: 5 });
});
