import fc from "fast-check";
import { expect, test } from "vitest";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { stratifiedFoldRows } from "../../../src/evaluation/splits/stratified-fold-rows.js";
import { isInFileOrder, isPartition, madeUpRatings, ratingsOf } from "../made-up-ratings.js";

const stratum = { user: "userId", item: "itemId", rating: "rating" } as const;

test("the folds have each row once, and differ by at most one row in each stratum and in all", () => {
  fc.assert(
    fc.property(
      madeUpRatings,
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom("user", "item", "rating"),
      fc.nat(99),
      (ratings, folds, stratify, seed) => {
        fc.pre(folds <= ratings.count);
        const parts = stratifiedFoldRows(ratings, { stratify, folds, seed });
        expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual(
          Array.from({ length: ratings.count }, (_, row) => row),
        );
        const spread = (sizes: number[]) => Math.max(...sizes) - Math.min(...sizes);
        expect(spread(parts.map(({ length }) => length))).toBeLessThanOrEqual(1);
        for (const value of new Set([...ratings].map((row) => row[stratum[stratify]]))) {
          const inPart = (part: Int32Array) =>
            [...part].filter((row) => ratings.at(row)[stratum[stratify]] === value).length;
          expect(spread(parts.map(inPart))).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test("two folds of two users with two ratings each test one rating of each", () => {
  const ratings = ratingsOf([
    [1, 1, 3],
    [1, 2, 4],
    [2, 1, 3],
    [2, 2, 4],
  ]);
  for (const split of kFolds(ratings, { folds: 2, stratify: "user" })) {
    expect([...split.test].map(({ userId }) => userId)).toEqual([1, 2]);
    expect(isPartition(split, ratings) && isInFileOrder(split, ratings)).toBe(true);
  }
});

test("refuses an unknown stratum, and more folds than ratings", () => {
  const ratings = ratingsOf([[1, 1, 3]]);
  expect(() => kFolds(ratings, { stratify: "genre" as "item" })).toThrow(
    'stratify: "genre" is none of "user"',
  );
  expect(() => kFolds(ratings, { stratify: "item", folds: 2 })).toThrow(
    "folds: 2 is more than the 1 ratings",
  );
});
