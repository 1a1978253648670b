import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { userSplit } from "../../../src/evaluation/splits/user-split.js";
import { isInFileOrder, isPartition, madeUpRatings } from "../made-up-ratings.js";

describe("userSplit", () => {
  test("holds out whole users and tests each of them", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.nat(99), (ratings, seed) => {
        const split = userSplit(ratings, { testShare: 0.5, givenShare: 0.75, seed });
        const { train, given, test } = split;
        expect(isPartition(split, ratings)).toBe(true);
        expect(isInFileOrder(split, ratings)).toBe(true);
        expect(test.users.size).toBe(Math.ceil(ratings.users.size / 2));
        for (const userId of test.users.ids) {
          expect(train.users.has(userId)).toBe(false);
          expect(given.ofUser(userId)).toHaveLength(Math.floor(0.75 * ratings.ofUser(userId).length));
        }
        expect(given.users.ids.every((userId) => test.users.has(userId))).toBe(true);
      }),
    );
  });

  test("refuses shares that leave nothing on one side", () => {
    const [ratings] = fc.sample(madeUpRatings, 1);
    expect(() => userSplit(ratings!, { testShare: 1 })).toThrow("testShare: 1 is not");
    expect(() => userSplit(ratings!, { givenShare: 0 })).toThrow("givenShare: 0 is not");
  });
});
