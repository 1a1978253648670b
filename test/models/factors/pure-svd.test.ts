import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { datasetTest } from "../../dataset-test.js";
import { table46Row } from "../../table-46.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new PureSvd({ factors: 2 }));
conformance(new PureSvd());

/** Row by row, a missing rating as 0. */
function matrixOf({ users, items, ...ratings }: Ratings): Matrix {
  const matrix = Matrix.zeros(users.size, items.size);
  ratings.values.forEach((value, row) => {
    matrix.set(ratings.userIndices[row]!, ratings.itemIndices[row]!, value);
  });
  return matrix;
}

const turned = Ratings.from(
  [...smallRatings].map(({ userId, itemId, rating }) => ({ userId: itemId, itemId: userId, rating })),
);

describe("PureSvd", () => {
  test.each([
    ["more users than items", smallRatings],
    ["more items than users", turned],
  ])("with %s, scores are those of ml-matrix's decomposition", (_, ratings) => {
    const fitted = new PureSvd({ factors: 2 }).fit(ratings);
    const judge = new SingularValueDecomposition(matrixOf(ratings), { autoTranspose: true });
    for (const k of [0, 1]) expect(fitted.singularValues[k]).toBeCloseTo(judge.diagonal[k]!, 12);
    for (const [user, userId] of ratings.users.ids.entries()) {
      for (const [item, itemId] of ratings.items.ids.entries()) {
        const wanted = [0, 1].reduce(
          (sum, k) =>
            sum +
            judge.leftSingularVectors.get(user, k) *
              judge.diagonal[k]! *
              judge.rightSingularVectors.get(item, k),
          0,
        );
        expect(fitted.predict(userId, itemId)).toBeCloseTo(wanted, 11);
      }
    }
  });

  test("by hand: two tastes that share nothing stay apart", () => {
    // Users 1 and 2 rated a and b, user 3 rated c alone: one factor sees the first taste only.
    const rows = [
      [1, "a", 2],
      [1, "b", 2],
      [2, "a", 2],
      [2, "b", 2],
      [3, "c", 3],
    ] as const;
    const ratings = Ratings.from(rows.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));
    const one = new PureSvd({ factors: 1 }).fit(ratings);
    expect(one.singularValues[0]).toBeCloseTo(4, 12);
    expect(one.predict(1, "a")).toBeCloseTo(2, 12);
    expect(one.predict(3, "c")).toBeCloseTo(0, 12);
    expect(one.foldIn([{ itemId: "a", rating: 4 }]).predict("b")).toBeCloseTo(2, 12);
    const two = new PureSvd({ factors: 2 }).fit(ratings);
    expect(two.singularValues[1]).toBeCloseTo(3, 12);
    expect(two.predict(3, "c")).toBeCloseTo(3, 12);
    expect(two.predict(3, "a")).toBeCloseTo(0, 12);
    const [same] = two.similarItems("a", { count: 1 });
    expect(same).toMatchObject({ itemId: "b", similarity: expect.closeTo(1, 12), common: 2 });
  });

  test("as many factors as the rank give the ratings back", () => {
    const fitted = new PureSvd({ factors: 5 }).fit(smallRatings);
    for (const { userId, itemId, rating } of smallRatings)
      expect(fitted.predict(userId, itemId)).toBeCloseTo(rating, 11);
    expect(fitted.predict(10, "e")).toBeCloseTo(0, 11);
  });

  test("a person with a user's ratings gets that user's scores, and reasons", () => {
    const fitted = new PureSvd({ factors: 2 }).fit(smallRatings);
    const twin = fitted.foldIn(smallRatings.ofUser(20));
    for (const itemId of smallRatings.items.ids)
      expect(twin.predict(itemId)).toBe(fitted.predict(20, itemId));
    const { base, contributions } = fitted.explain(20, "c");
    expect(base).toBe(0);
    expect(contributions.map(({ itemId }) => itemId).sort()).toEqual(["a", "b", "d"]);
    const moves = contributions.map(({ share }) => Math.abs(share));
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(twin.explain("c")).toEqual({ base, contributions });
  });

  test("of a person without ratings it says nothing", () => {
    expect(new PureSvd().fit(smallRatings).foldIn([]).predict("a")).toBeNaN();
  });

  test("refuses settings out of range", () => {
    expect(() => new PureSvd({ factors: 0 })).toThrow("factors: 0 is not a whole number of at least 1");
    expect(() => new PureSvd({ iterations: 0 })).toThrow("iterations: 0");
    expect(() => new PureSvd({ tolerance: -1 })).toThrow("tolerance: -1 is not a number of at least 0");
    expect(() => new PureSvd({ seed: 0.5 })).toThrow("seed: 0.5");
  });

  // Published: .3545 .2247 .2719. numpy.linalg.svd of the same matrix gives the row below.
  datasetTest("ml-100k-top10", "14 factors are above the published row of table 46", async () => {
    const row = table46Row(new PureSvd({ factors: 14 }));
    expect(row.map((value) => value.toFixed(4))).toEqual(["0.3581", "0.2287", "0.2753"]);
  });
});
