import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaUnderCurve } from "../../../src/evaluation/metrics/area-under-curve.js";
import { fractionOfConcordantPairs } from "../../../src/evaluation/metrics/concordant-pairs.js";
import golden from "../../golden/metrics.json" with { type: "json" };
import { madeUpRatings, ratingsOf } from "../made-up-ratings.js";

describe("fractionOfConcordantPairs", () => {
  const ratings = ratingsOf([
    [1, "a", 5],
    [2, "a", 1],
    [1, "b", 3],
    [1, "c", 3],
    [2, "b", 2],
    [3, "a", 4],
  ]);

  test("by hand", () => {
    // User 1 has a above b and a above c, user 2 b above a; user 3 has no pair.
    expect(fractionOfConcordantPairs(ratings, [4, 1, 3, 3.5, 2, 9])).toBe(1);
    expect(fractionOfConcordantPairs(ratings, [4, 1, 3, 5, 2, 9])).toBe(2 / 3);
    expect(fractionOfConcordantPairs(ratings, [4, 1, 4, 3, 1, 9])).toBe(1 / 3);
    expect(fractionOfConcordantPairs(ratings, new Float64Array(6))).toBe(0);
  });

  test("leaves rows without a prediction out, and is NaN without a pair", () => {
    expect(fractionOfConcordantPairs(ratings, [4, 2, 3, Number.NaN, 1, 9])).toBe(1 / 2);
    expect(fractionOfConcordantPairs(ratings, new Float64Array(6).fill(Number.NaN))).toBeNaN();
  });

  test.each(golden.concordant)("is Surprise's, case $#", ({ rows, fcp }) => {
    const columns = rows.map(([user, item, rating]) => [user, item, rating] as [number, number, number]);
    const predictions = rows.map((row) => row[3]!);
    expect(fractionOfConcordantPairs(ratingsOf(columns), predictions)).toBeCloseTo(fcp, 14);
  });

  test("is the area under the curve for one user with two different ratings and no equal predictions", () => {
    const row = fc.tuple(fc.boolean(), fc.double({ min: 1, max: 5, noNaN: true }));
    const rowsOf = fc.uniqueArray(row, { minLength: 2, selector: ([, predicted]) => predicted });
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const user = ratingsOf(rows.map(([isHigh], item) => [1, item, isHigh ? 5 : 2]));
        const predictions = Float64Array.from(rows, ([, predicted]) => predicted);
        const auc = areaUnderCurve(predictions, { isRelevant: rows.map(([isHigh]) => Number(isHigh)) });
        const fcp = fractionOfConcordantPairs(user, predictions);
        if (Number.isNaN(auc)) expect(fcp).toBeNaN();
        else expect(fcp).toBeCloseTo(auc, 12);
      }),
    );
  });

  test("is 1 for the ratings themselves, and 0 for their negatives", () => {
    fc.assert(
      fc.property(madeUpRatings, (each) => {
        const fcp = fractionOfConcordantPairs(each, each.values);
        if (Number.isNaN(fcp)) return;
        expect(fcp).toBe(1);
        expect(
          fractionOfConcordantPairs(
            each,
            each.values.map((rating) => -rating),
          ),
        ).toBe(0);
      }),
    );
  });
});
