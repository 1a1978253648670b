import { expect, test } from "vitest";
import { RecommendedLists } from "../../../src/models/contract/recommended-lists.js";
import { IdIndex } from "../../../src/ratings/id-index.js";

const lists = new RecommendedLists(IdIndex.from([7, "7"]), IdIndex.from(["x", "y", "z"]), {
  count: 2,
  itemIndices: Int32Array.of(2, 0, 1, -1),
  scores: Float64Array.of(0.5, 0.25, 4, Number.NaN),
});

test("ofUser gives ids and scores, best first, and ends where a list does", () => {
  expect(lists.ofUser(7)).toEqual([
    { itemId: "z", score: 0.5 },
    { itemId: "x", score: 0.25 },
  ]);
  expect(lists.ofUser("7")).toEqual([{ itemId: "y", score: 4 }]);
});

test("a user without a list is refused", () => {
  expect(() => lists.ofUser(8)).toThrow("user 8 is not among the users of these lists");
});

test("is frozen", () => {
  expect(Object.isFrozen(lists)).toBe(true);
});
