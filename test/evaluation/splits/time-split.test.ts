import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeSplit } from "../../../src/evaluation/splits/time-split.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { isInFileOrder, isPartition, madeUpRatings, ratingsOf } from "../made-up-ratings.js";

describe("timeSplit", () => {
  const ratings = ratingsOf([
    [1, "a", 5],
    [2, "a", 4],
    [1, "b", 3],
    [2, "b", 2],
  ]);

  test("tests the rows from a time on", () => {
    expect([...timeSplit(ratings, { from: 1001 }).test].map(({ rating }) => rating)).toEqual([4, 3, 2]);
    expect([...timeSplit(ratings, { from: new Date(1002_000) }).test].map(({ rating }) => rating)).toEqual([
      3, 2,
    ]);
    expect(timeSplit(ratings, { from: 5000 }).test.count).toBe(0);
  });

  test("no train row is later than a test row, and the share is tested at least", () => {
    fc.assert(
      fc.property(madeUpRatings, (made) => {
        const split = timeSplit(made, { testShare: 0.4 });
        expect(isPartition(split, made)).toBe(true);
        expect(isInFileOrder(split, made)).toBe(true);
        expect(split.test.count).toBeGreaterThanOrEqual(0.4 * made.count - 1e-9);
        expect(Math.max(...split.train.timestamps!)).toBeLessThan(Math.min(...split.test.timestamps!));
      }),
    );
  });

  test("refuses a missing timestamp and an invalid date", () => {
    const timeless = Ratings.from([{ userId: 1, itemId: 1, rating: 1 }]);
    expect(() => timeSplit(timeless)).toThrow(
      "these ratings have no timestamps; split them with randomSplit",
    );
    const partly = Ratings.from([
      { userId: 1, itemId: 1, rating: 1, timestamp: 5 },
      { userId: 1, itemId: 2, rating: 1 },
    ]);
    expect(() => timeSplit(partly)).toThrow("row 1 has no timestamp");
    expect(() => timeSplit(ratings, { from: new Date("yesterday") })).toThrow("is not a time");
    expect(() => timeSplit(ratings, { from: Date.UTC(2020, 0) })).toThrow(
      "seconds since 1970: milliseconds / 1000",
    );
    expect(() => timeSplit(ratings, { testShare: 1 })).toThrow("testShare: 1 is not");
  });
});
