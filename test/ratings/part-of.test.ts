import { expect, test } from "vitest";
import { partOf, valuesAt } from "../../src/ratings/part-of.js";
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

test("values at some places come in their order, also twice and none", () => {
  const values = Float64Array.of(0.5, Number.NaN, 4);
  expect([...valuesAt(values, Int32Array.of(2, 0, 2, 1))]).toEqual([4, 0.5, 4, Number.NaN]);
  expect(valuesAt(values, new Int32Array(0))).toHaveLength(0);
});
