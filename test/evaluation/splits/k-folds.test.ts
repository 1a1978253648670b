import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import type { Split } from "../../../src/evaluation/splits/split.js";
import { random } from "../../../src/math/random.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { datasetTest } from "../../dataset-test.js";
import golden from "../../golden/surprise-ml-100k-fold0.json" with { type: "json" };
import { isInFileOrder, isPartition, madeUpRatings, text } from "../made-up-ratings.js";

describe("kFolds", () => {
  test("tests each row once, in folds of equal size but for one row", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.integer({ min: 2, max: 7 }), fc.nat(99), (ratings, folds, seed) => {
        fc.pre(folds <= ratings.count);
        for (const generator of ["reelbook", "numpy"] as const) {
          const splits = kFolds(ratings, { folds, seed, generator });
          const sizes = splits.map(({ test }) => test.count);
          expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
          expect(sizes[0]! - sizes.at(-1)!).toBeLessThanOrEqual(1);
          expect(splits.every((split) => isPartition(split, ratings))).toBe(true);
          const tested = splits.flatMap((split) => [...split.test].map(text));
          expect(tested.sort()).toEqual([...ratings].map(text).sort());
          if (generator === "reelbook")
            expect(splits.every((split) => isInFileOrder(split, ratings))).toBe(true);
        }
      }),
    );
  });

  test('with generator "numpy" has the rows in shuffled order, train around the gap of test', () => {
    const [ratings] = fc.sample(madeUpRatings, { numRuns: 1, seed: 3 });
    const shuffled = [...random({ seed: 4, generator: "numpy" }).permutation(ratings!.count)];
    const rows = shuffled.map((row) => text(ratings!.at(row)));
    const [first, second] = kFolds(ratings!, { folds: 2, seed: 4, generator: "numpy" });
    const half = Math.ceil(rows.length / 2);
    expect([...first!.test].map(text)).toEqual(rows.slice(0, half));
    expect([...first!.train].map(text)).toEqual(rows.slice(half));
    expect([...second!.train].map(text)).toEqual(rows.slice(0, half));
  });

  datasetTest("ml-100k", "repeats the folds of Surprise's KFold(random_state=0)", async () => {
    const { ratings } = await loadDataset("ml-100k");
    const { test } = kFolds(ratings, { seed: 0, generator: "numpy" })[0]!;
    const first = golden.models.BaselineOnly.first5.map((row) => row.slice(0, 3));
    const rows = [...test]
      .slice(0, 5)
      .map(({ userId, itemId, rating }) => [`${userId}`, `${itemId}`, rating]);
    expect(rows).toEqual(first);
    expect(test.count).toBe(20_000);
  });

  test("repeats are the folds of the next seeds", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.constantFrom("reelbook", "numpy"), (ratings, generator) => {
        const rowsOf = (splits: Split[]) => splits.map(({ test }) => [...test].map(text));
        const twice = kFolds(ratings, { folds: 2, seed: 3, repeats: 2, generator });
        const each = [3, 4].flatMap((seed) => kFolds(ratings, { folds: 2, seed, generator }));
        expect(rowsOf(twice)).toEqual(rowsOf(each));
      }),
    );
    const [ratings] = fc.sample(madeUpRatings, 1);
    expect(() => kFolds(ratings!, { folds: 2, repeats: 0 })).toThrow(
      "repeats: 0 is not a whole number of at",
    );
  });

  test("refuses folds that are too few or too many", () => {
    const [ratings] = fc.sample(madeUpRatings, 1);
    expect(() => kFolds(ratings!, { folds: 1 })).toThrow("folds: 1 is not a whole number of at least 2");
    expect(() => kFolds(ratings!, { folds: 99 })).toThrow(/folds: 99 is more than the \d+ ratings/);
  });
});
