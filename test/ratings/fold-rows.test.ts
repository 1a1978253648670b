import { expect, test } from "vitest";
import { foldRows } from "../../src/ratings/fold-rows.js";

test("every row is in one fold, and the first folds have one row more", () => {
  const folds = foldRows(11, { folds: 4, seed: 1 });
  expect(folds.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
  expect(folds.flatMap((fold) => [...fold]).sort((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test("there are five folds by default; the seed decides which rows they have", () => {
  expect(foldRows(10, {})).toHaveLength(5);
  expect(foldRows(100, { seed: 1 })).toEqual(foldRows(100, { seed: 1 }));
  expect(foldRows(100, { seed: 2 })).not.toEqual(foldRows(100, { seed: 1 }));
});

test("fewer than 2 folds, or more than rows, are refused", () => {
  expect(() => foldRows(5, { folds: 1 })).toThrow("folds: 1 is not a whole number of at least 2");
  expect(() => foldRows(5, { folds: 6 })).toThrow("folds: 6 is more than the 5 ratings");
  expect(foldRows(5, { folds: 5 })).toHaveLength(5);
});
