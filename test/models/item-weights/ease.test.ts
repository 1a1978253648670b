// @module-tag slow
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { easeWeights } from "../../../src/reference/ease.js";
import { datasetTest } from "../../dataset-test.js";
import { madeUpRatings, ratingsOf } from "../../evaluation/made-up-ratings.js";
import { table46Row } from "../../table-46.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { tableOf, weightsOf } from "./item-item-tables.js";

conformance(new Ease());
conformance(new Ease({ regularization: 0.5, binary: false }));
conformance(new Ease({ regularization: 2, activityPower: 0.5, popularityPower: 0.2 }));

/** One user has both items, one user each has one of them. */
const three = Ratings.from([
  { userId: "ann", itemId: "x", rating: 5 },
  { userId: "ann", itemId: "y", rating: 1 },
  { userId: "bob", itemId: "x", rating: 2 },
  { userId: "cat", itemId: "y", rating: 4 },
]);

describe("Ease", () => {
  test("weighs as worked out on paper", () => {
    // XᵀX + 1 × I = (3 1; 1 3), its inverse (3 −1; −1 3) / 8, and so the weight 1/3 both ways.
    const fitted = new Ease({ regularization: 1 }).fit(three);
    expect(fitted.predict("bob", "y")).toBeCloseTo(1 / 3, 15);
    expect(fitted.explain("bob", "y")).toEqual({
      base: 0,
      contributions: [{ itemId: "x", rating: 2, share: expect.closeTo(1 / 3, 15) }],
    });
    expect(fitted.similarItems("x")).toEqual([
      { itemId: "y", similarity: expect.closeTo(1 / 3, 15), common: 1 },
    ]);
    expect(fitted.inStars).toBe(false);
  });

  test("counts ratings by their value where it is asked to", () => {
    // XᵀX + 1 × I = (30 5; 5 18): from x to y 5 / 30, from y to x 5 / 18.
    const fitted = new Ease({ regularization: 1, binary: false }).fit(three);
    expect(fitted.predict("bob", "y")).toBeCloseTo((2 * 5) / 30, 14);
    expect(fitted.predict("cat", "x")).toBeCloseTo((4 * 5) / 18, 14);
    expect(fitted.foldIn([{ itemId: "y", rating: 3 }]).predict("x")).toBeCloseTo((3 * 5) / 18, 14);
  });

  test("has the weights of the reference implementation, for any ratings", () => {
    fc.assert(
      fc.property(
        madeUpRatings,
        fc.boolean(),
        fc.constantFrom(0.3, 2, 50),
        (ratings, binary, regularization) => {
          const fitted = new Ease({ regularization, binary }).fit(ratings);
          expectSame(weightsOf(fitted), easeWeights(tableOf(ratings, { binary }), regularization));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("gives the same weights from users as from items", () => {
    const few = ratingsOf([
      [1, "a", 5],
      [1, "b", 3],
      [2, "b", 2],
      [2, "c", 4],
    ]);
    // Users without other ratings change no weight between the other items.
    const many = few.concat([3, 4, 5].map((userId) => ({ userId, itemId: "z", rating: 1 })));
    const [byUsers, byItems] = [few, many].map((ratings) =>
      weightsOf(new Ease({ regularization: 0.7 }).fit(ratings)),
    );
    expectSame(
      byUsers!,
      byItems!.slice(0, 3).map((row) => row.slice(0, 3)),
    );
  });

  test("refuses a regularization that rounding swallows", () => {
    const equal = Ratings.from(
      [1, 2].flatMap((userId) => ["p", "q", "r"].map((itemId) => ({ userId, itemId, rating: 4 }))),
    );
    const apart = Ratings.from([
      { userId: 1, itemId: "p", rating: 4 },
      { userId: 2, itemId: "q", rating: 4 },
      { userId: 2, itemId: "r", rating: 4 },
    ]);
    for (const ratings of [equal, apart]) {
      expect(() => new Ease({ regularization: 1e-18 }).fit(ratings)).toThrow(
        "regularization: 1e-18 is too little",
      );
    }
    expect(new Ease({ regularization: 1e-6 }).fit(equal).predict(1, "p")).toBeCloseTo(1, 5);
  });

  test("weighs users by a power of their ratings over the mean, and scales items by one of theirs", () => {
    const settings = { regularization: 2, activityPower: 0.6, popularityPower: 0.3 };
    const { byUser, byItem, count, users, items } = smallRatings;
    const user = users.ids.map((_, u) => ((byUser.rowLength(u) * users.size) / count) ** -0.3);
    const item = items.ids.map((_, i) => ((byItem.rowLength(i) * items.size) / count) ** -0.3);
    const table = tableOf(smallRatings, { binary: true }).map((row, u) =>
      row.map((value, i) => value * user[u]! * item[i]!),
    );
    const expected = easeWeights(table, 2).map((row, from) => row.map((weight) => item[from]! * weight));
    expectSame(weightsOf(new Ease(settings).fit(smallRatings)), expected);
  });

  test("the score of a new user is the sum of the weights from their items", () => {
    const fitted = new Ease({ regularization: 3 }).fit(smallRatings);
    const newUser = fitted.foldIn([
      { itemId: "a", rating: 5 },
      { itemId: "c", rating: 1 },
    ]);
    const [a, c] = ["a", "c"].map((itemId) => fitted.foldIn([{ itemId, rating: 2 }]).predict("e"));
    expect(newUser.predict("e")).toBeCloseTo(a! + c!, 15);
    const shares = newUser.explain("e").contributions.map(({ share }) => share);
    expect(Math.abs(shares[0]!)).toBeGreaterThanOrEqual(Math.abs(shares[1]!));
    expect(fitted.foldIn([{ itemId: "a", rating: 5 }]).predict("a")).toBeNaN();
  });

  test("gives NaN to a single item, and recommends nothing to a user without ratings", () => {
    const one = new Ease().fit(Ratings.from([{ userId: 1, itemId: 7, rating: 3 }]));
    expect(one.predict(1, 7)).toBeNaN();
    expect(one.explain(1, 7)).toEqual({ base: Number.NaN, contributions: [] });
    expect(one.similarItems(7)).toEqual([]);
    expect(new Ease().fit(smallRatings).foldIn([]).recommend()).toEqual([]);
  });

  test("refuses what has no inverse, and suggests what to change", () => {
    const equal = Ratings.from(
      [1, 2, 3].flatMap((userId) => ["p", "q"].map((itemId) => ({ userId, itemId, rating: 4 }))),
    );
    expect(() => new Ease({ regularization: 0 }).fit(equal)).toThrow(
      /^regularization: 0 is too little: some of 2 items .* not positive definite/,
    );
    expect(new Ease({ regularization: 1 }).fit(equal).predict(1, "p")).toBeCloseTo(3 / 4, 12);
  });

  test("refuses ratings below 0, in the fit and of a new user", () => {
    const negative = smallRatings.concat([{ userId: 10, itemId: "d", rating: -1 }]);
    expect(() => new Ease().fit(negative)).toThrow("row 13: rating -1 is below 0");
    expect(() => new Ease().fit(smallRatings).foldIn([{ itemId: "b", rating: -2 }])).toThrow(
      "rating -2 of item b is below 0",
    );
  });

  test("refuses more items than fit into memory, with their bytes and what to do", () => {
    const wide = Ratings.from(
      Array.from({ length: 20_001 }, (_, itemId) => ({ userId: 1, itemId, rating: 1 })),
    );
    expect(() => new Ease().fit(wide)).toThrow(/20001 items need a matrix of 3\.2 GB.*withAtLeast/);
  });

  test("refuses settings out of range", () => {
    expect(() => new Ease({ regularization: -1 })).toThrow(
      "regularization: -1 is not a number of at least 0",
    );
    expect(() => new Ease({ activityPower: -0.1 })).toThrow("activityPower: -0.1");
    expect(() => new Ease({ popularityPower: Number.NaN })).toThrow("popularityPower: NaN");
  });

  test("reports progress, and stops when it is aborted", () => {
    const seen: number[] = [];
    new Ease().fit(smallRatings, { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual([0, 1]);
    expect(() => new Ease().fit(smallRatings, { signal: AbortSignal.abort(new Error("stop")) })).toThrow(
      "stop",
    );
  });

  datasetTest("ml-100k-top10", "gives the published row of table 46", async () => {
    const row = table46Row(new Ease({ regularization: 458 }));
    expect(row.map((value) => value.toFixed(4))).toEqual(["0.3739", "0.2430", "0.2905"]);
  });

  // Settings of a first search on parts of each user's train rows, whose grid was not kept. The
  // recorded search of bench/settings chooses others.
  datasetTest("ml-100k-top10", "is above it where users and items are weighed", async () => {
    const row = table46Row(new Ease({ regularization: 600, activityPower: 0.5, popularityPower: 0.2 }));
    expect(row.map((value) => value.toFixed(4))).toEqual(["0.3777", "0.2452", "0.2953"]);
  });
});

function expectSame(weights: readonly (readonly number[])[], expected: readonly (readonly number[])[]) {
  for (const [from, row] of expected.entries()) {
    for (const [to, weight] of row.entries()) {
      if (from === to) expect(weights[from]![to]).toBeNaN();
      else expect(weights[from]![to]).toBeCloseTo(weight, 10);
    }
  }
}
