import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { perUserSplit } from "../../../src/evaluation/splits/per-user-split.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { isInFileOrder, isPartition, madeUpRatings, ratingsOf } from "../made-up-ratings.js";

const rated = (count: number) => Array.from({ length: count }, (_, item) => [1, item, 3] as const);

describe("perUserSplit", () => {
  test("tests the share of each user's ratings, rounded up, and keeps one in train", () => {
    fc.assert(
      fc.property(
        madeUpRatings,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom("last", "random"),
        fc.nat(99),
        (ratings, testShare, which, seed) => {
          const split = perUserSplit(ratings, { testShare, which, seed });
          expect(isPartition(split, ratings)).toBe(true);
          expect(isInFileOrder(split, ratings)).toBe(true);
          for (const userId of ratings.users.ids) {
            const all = ratings.ofUser(userId).length;
            const tested = split.test.users.has(userId) ? split.test.ofUser(userId).length : 0;
            expect(tested).toBe(Math.min(Math.ceil(all * testShare - 1e-9), all - 1));
          }
        },
      ),
    );
  });

  test("tests the latest rows, or random ones that depend on the seed", () => {
    const ratings = ratingsOf(rated(10));
    const itemsOf = (part: Ratings) => [...part].map(({ itemId }) => itemId);
    expect(itemsOf(perUserSplit(ratings).test)).toEqual([8, 9]);
    expect(itemsOf(perUserSplit(ratings, { testShare: 0.25 }).test)).toEqual([7, 8, 9]);
    const draws = [0, 1, 2, 3].map((seed) =>
      itemsOf(perUserSplit(ratings, { which: "random", seed }).test).join(),
    );
    expect(new Set(draws).size).toBeGreaterThan(1);
    expect(itemsOf(perUserSplit(ratings, { which: "random", seed: 1 }).test).join()).toBe(draws[1]);
  });

  test("refuses a wrong share, an unknown choice, and the latest of ratings without times", () => {
    const ratings = ratingsOf(rated(3));
    expect(() => perUserSplit(ratings, { testShare: 1 })).toThrow("testShare: 1 is not a share above 0");
    expect(() => perUserSplit(ratings, { testShare: Number.NaN })).toThrow("testShare: NaN is not");
    expect(() => perUserSplit(ratings, { which: "first" as "last" })).toThrow('which: "first" is none of');
    const timeless = Ratings.from([{ userId: 1, itemId: 1, rating: 3 }]);
    expect(() => perUserSplit(timeless)).toThrow('no timestamps; pass which: "random"');
    expect(perUserSplit(Ratings.from([]), { which: "random" }).test.count).toBe(0);
  });
});
