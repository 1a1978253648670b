import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaveOut } from "../../../src/evaluation/splits/leave-out.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { isInFileOrder, isPartition, madeUpRatings } from "../made-up-ratings.js";

describe("leaveOut", () => {
  const ratings = Ratings.from([
    { userId: 1, itemId: "a", rating: 1, timestamp: 30 },
    { userId: 1, itemId: "b", rating: 2, timestamp: 10 },
    { userId: 2, itemId: "a", rating: 3, timestamp: 50 },
    { userId: 1, itemId: "c", rating: 4, timestamp: 20 },
    { userId: 3, itemId: "a", rating: 5, timestamp: 7 },
    { userId: 3, itemId: "b", rating: 6, timestamp: 7 },
  ]);
  const tested = (options: Parameters<typeof leaveOut>[1]) =>
    [...leaveOut(ratings, options).test].map(({ rating }) => rating);

  test("leaves out each user's latest row, the later one for equal times, but no only row", () => {
    expect(tested({})).toEqual([1, 6]);
    expect(tested({ count: 2 })).toEqual([1, 4]);
  });

  test("leaves out as many random rows of each user", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.integer({ min: 1, max: 4 }), fc.nat(99), (made, count, seed) => {
        for (const which of ["last", "random"] as const) {
          const split = leaveOut(made, { count, which, seed });
          expect(isPartition(split, made)).toBe(true);
          expect(isInFileOrder(split, made)).toBe(true);
          for (const userId of made.users.ids) {
            const all = made.ofUser(userId).length;
            expect(split.test.ofUser(userId)).toHaveLength(all > count ? count : 0);
          }
        }
      }),
    );
  });

  test("any row of a user can be drawn", () => {
    const ones = new Set(Array.from({ length: 50 }, (_, seed) => tested({ which: "random", seed })[0]));
    expect([...ones].sort()).toEqual([1, 2, 4]);
  });

  test('needs timestamps for "last", not for "random"', () => {
    const timeless = Ratings.fromColumns({ userIds: [1, 1], itemIds: [1, 2], values: [3, 4] });
    expect(() => leaveOut(timeless)).toThrow('have no timestamps; pass which: "random"');
    expect(leaveOut(timeless, { which: "random" }).test.count).toBe(1);
    expect(() => leaveOut(timeless, { count: 0 })).toThrow("count: 0 is not a whole number of at least 1");
    expect(() => leaveOut(timeless, { which: "first" as "last" })).toThrow(
      'which: "first" is none of "last", "random"',
    );
  });
});
