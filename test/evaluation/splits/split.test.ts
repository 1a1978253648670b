import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsWhere, splitWhere } from "../../../src/evaluation/splits/split.js";
import { isInFileOrder, isPartition, madeUpRatings, ratingsOf, text } from "../made-up-ratings.js";

const ratings = ratingsOf([
  [1, "a", 5],
  [2, "a", 4],
  [1, "b", 3],
  [2, "c", 2],
]);
const starsOf = (rows: typeof ratings) => [...rows].map(({ rating }) => rating);

test("splitWhere puts a row into test where it is asked to, and else into train", () => {
  const { train, test } = splitWhere(ratings, (row) => row === 0 || row === 3);
  expect([starsOf(train), starsOf(test)]).toEqual([
    [4, 3],
    [5, 2],
  ]);
});

test("rowsWhere keeps the rows that pass, with their ids and times, and the scale", () => {
  const kept = rowsWhere(ratings, (row) => row > 1);
  expect([...kept].map(text)).toEqual(["1 b 3 1002", "2 c 2 1003"]);
  expect(kept.scale).toEqual(ratings.scale);
  expect(rowsWhere(ratings, () => false).count).toBe(0);
});

test("the two parts are a partition, each in file order", () => {
  fc.assert(
    fc.property(madeUpRatings, fc.func(fc.boolean()), (made, isTest) => {
      const split = splitWhere(made, isTest);
      expect(isPartition(split, made)).toBe(true);
      expect(isInFileOrder(split, made)).toBe(true);
    }),
  );
});
