import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { slopeOne } from "../../../src/reference/slope-one.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new SlopeOne());
conformance(new SlopeOne({ minCommon: 2 }));

const rated = (rows: readonly (readonly [user: string, item: string, rating: number])[]) =>
  Ratings.from(rows.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));

describe("SlopeOne", () => {
  /** Lemire and Maclachlan's example in small: b is 1.5 above a (2 raters), 3 below c (1 rater). */
  const ratings = rated([
    ["ann", "a", 1],
    ["ann", "b", 2],
    ["ann", "c", 5],
    ["bob", "a", 2],
    ["bob", "b", 4],
    ["cid", "a", 3],
    ["cid", "c", 4],
    ["dan", "d", 5],
  ]);

  test("is the user's mean and the mean of the item's deviations from the user's items", () => {
    const fitted = new SlopeOne().fit(ratings);
    expect(fitted.predict("cid", "b")).toBeCloseTo(3.5 + (1.5 - 3) / 2, 12);
    expect(fitted.explain("cid", "b")).toEqual({
      base: 3.5,
      contributions: [
        { itemId: "c", rating: 4, share: -1.5 },
        { itemId: "a", rating: 3, share: 0.75 },
      ],
    });
  });

  test("a rating of the item itself does not count", () => {
    // a is (-4 - 1) / 2 from c; the rating of a by cid does not count.
    expect(new SlopeOne().fit(ratings).predict("cid", "a")).toBeCloseTo(3.5 + (-4 - 1) / 2, 12);
  });

  test("deviations of too few raters do not count", () => {
    expect(new SlopeOne({ minCommon: 2 }).fit(ratings).predict("cid", "b")).toBeCloseTo(3.5 + 1.5, 12);
  });

  test("without a deviation, the user's mean is the score", () => {
    const fitted = new SlopeOne().fit(ratings);
    expect(fitted.predict("dan", "a")).toBe(5);
    expect(fitted.predict("ann", "d")).toBeCloseTo(8 / 3, 15);
  });

  test("a user without ratings has no score", () => {
    expect(new SlopeOne().fit(ratings).foldIn([]).recommend()).toEqual([]);
  });

  test("a new user is scored as a user with these ratings, by the deviations of all others", () => {
    const fitted = new SlopeOne().fit(ratings);
    const folded = fitted.foldIn([
      { itemId: "a", rating: 2 },
      { itemId: "c", rating: 5 },
    ]);
    expect(folded.predict("b")).toBeCloseTo(3.5 + (1.5 - 3) / 2, 12);
  });

  test("one user alone gets their own differences back", () => {
    const alone = new SlopeOne().fit(ratings.filter(({ userId }) => userId === "ann"));
    expect(alone.predict("ann", "c")).toBeCloseTo(8 / 3 + (4 + 3) / 2, 12);
  });

  test("constant ratings are predicted as they are", () => {
    const fitted = new SlopeOne().fit(ratings.filter(({ rating }) => rating === 4));
    expect(fitted.predict("bob", "c")).toBe(4);
  });

  test("gives the scores of the reference, one by one, many at a time and to new users", () => {
    const row = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 10 }));
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 40, selector: ([u, i]) => 8 * u + i });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), (drawn, minCommon) => {
        const some = Ratings.from(
          drawn.map(([userId, itemId, rating]) => ({ userId, itemId, rating: rating / 2 })),
        );
        const indexed = [...some.values].map((rating, k) => ({
          user: some.userIndices[k]!,
          item: some.itemIndices[k]!,
          rating,
        }));
        const fitted = new SlopeOne({ minCommon }).fit(some);
        for (const [user, userId] of some.users.ids.entries()) {
          const folded = fitted.foldIn(some.ofUser(userId));
          const all = new Float64Array(some.items.size);
          fitted.scoreItems(user, all);
          for (const [item, itemId] of some.items.ids.entries()) {
            const expected = slopeOne(indexed, user, item, { minCommon });
            expect(fitted.predict(userId, itemId)).toBeCloseTo(expected, 10);
            expect(fitted.predictMany([{ userId, itemId }])[0]).toBe(all[item]);
            expect(folded.predict(itemId)).toBe(all[item]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("reports progress and stops when the signal is aborted", () => {
    const reported: number[] = [];
    new SlopeOne().fit(smallRatings, { onProgress: ({ done }) => reported.push(done) });
    expect(reported).toEqual([0, 5]);
    expect(() => new SlopeOne().fit(smallRatings, { signal: AbortSignal.abort() })).toThrow();
  });

  test("refuses fewer than one common rater", () => {
    expect(() => new SlopeOne({ minCommon: 0 })).toThrow("minCommon: 0 is not a whole number of at least 1");
  });
});
