import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { isInFileOrder, isPartition, madeUpRatings, ratingsOf } from "../made-up-ratings.js";

describe("randomSplit", () => {
  test("splits the rows and keeps file order", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.integer({ min: 0, max: 99 }), (ratings, seed) => {
        for (const generator of ["reelbook", "numpy"] as const) {
          const split = randomSplit(ratings, { seed, generator, testShare: 0.3 });
          expect(split.test.count).toBe(Math.ceil(0.3 * ratings.count - 1e-9));
          expect(isPartition(split, ratings)).toBe(true);
          expect(isInFileOrder(split, ratings)).toBe(true);
        }
      }),
    );
  });

  test("is the same for the same seed, and another for another", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const testMean = (seed: number) => randomSplit(ratings, { seed }).test.mean;
    expect(testMean(1)).toBe(testMean(1));
    expect(testMean(1)).not.toBe(testMean(2));
  });

  test("repeats NumPy's permutation of the rows: the train mean of the published split", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const { train, test } = randomSplit(ratings, { testShare: 0.2, seed: 15, generator: "numpy" });
    expect([train.count, test.count]).toEqual([80_668, 20_168]);
    expect(train.mean).toBeCloseTo(3.5005144543, 10);
  });

  test("refuses a share that leaves nothing on one side", () => {
    const ratings = ratingsOf([
      [1, "a", 1],
      [2, "a", 1],
    ]);
    for (const testShare of [0, 1, -1, 2, Number.NaN]) {
      expect(() => randomSplit(ratings, { testShare })).toThrow(
        `testShare: ${testShare} is not a share above 0 and below 1`,
      );
    }
  });
});
