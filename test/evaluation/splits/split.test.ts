import fc from "fast-check";
import { expect, test } from "vitest";
import { givenSplit } from "../../../src/evaluation/splits/given-split.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { leaveOut } from "../../../src/evaluation/splits/leave-out.js";
import { perUserSplit } from "../../../src/evaluation/splits/per-user-split.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { rowSplit } from "../../../src/evaluation/splits/row-split.js";
import { rowsWhere, type Split, splitWhere } from "../../../src/evaluation/splits/split.js";
import { timeSplit } from "../../../src/evaluation/splits/time-split.js";
import { userSplit } from "../../../src/evaluation/splits/user-split.js";
import { Interactions } from "../../../src/ratings/interactions.js";
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

const interactions = Interactions.from(
  [7, 1, 4, 2, 9, 3, 8, 5].map((weight, row) => ({
    userId: row % 3,
    itemId: row,
    weight,
    timestamp: 100 + row,
  })),
);
test.each<[string, (all: Interactions) => Split<Interactions>]>([
  [
    "givenSplit",
    (all) =>
      givenSplit(
        all.filter(({ weight }) => weight > 4),
        all.filter(({ weight }) => weight < 5),
      ),
  ],
  ["kFolds", (all) => kFolds(all, { folds: 2 })[1]!],
  ["kFolds, stratified", (all) => kFolds(all, { folds: 2, stratify: "user" })[0]!],
  ["leaveOut", (all) => leaveOut(all)],
  ["perUserSplit", (all) => perUserSplit(all)],
  ["randomSplit", (all) => randomSplit(all)],
  ["rowSplit", (all) => rowSplit(all)],
  ["timeSplit", (all) => timeSplit(all)],
  ["userSplit", (all) => userSplit(all)],
])("%s divides interactions, with their weights", (_, divide) => {
  const { train, test, given } = divide(interactions);
  const parts = [train, test, ...(given ? [given] : [])];
  expect(parts.every((part) => part instanceof Interactions && part.count > 0)).toBe(true);
  const rows = parts.flatMap((part) => [...part]).sort((a, b) => Number(a.itemId) - Number(b.itemId));
  expect(rows).toEqual([...interactions]);
});
