import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mae, mape, rmse } from "../../../src/evaluation/metrics/rating-errors.js";
import golden from "../../golden/metrics.json" with { type: "json" };

describe("errors of ratings", () => {
  // Errors of 1, −2 and 0 for ratings of 4, 2 and 5.
  const [actual, predicted] = [
    [4, 2, 5],
    [3, 4, 5],
  ];

  test("by hand", () => {
    expect(rmse(actual, predicted)).toBeCloseTo(Math.sqrt(5 / 3), 15);
    expect(mae(actual, predicted)).toBe(1);
    expect(mape(actual, predicted)).toBeCloseTo((25 + 100 + 0) / 3, 12);
  });

  test("of nothing are NaN", () => {
    for (const error of [rmse, mae, mape]) expect(error([], [])).toBeNaN();
  });

  test.each(golden.ratings)("as scikit-learn's, case $#", (ours) => {
    expect(rmse(ours.actual, ours.predicted)).toBeCloseTo(ours.rmse, 13);
    expect(mae(ours.actual, ours.predicted)).toBeCloseTo(ours.mae, 13);
    expect(mape(ours.actual, ours.predicted)).toBeCloseTo(ours.mape, 11);
  });

  test("RMSE lies between MAE and the largest error", () => {
    const star = fc.integer({ min: 1, max: 10 }).map((half) => half / 2);
    fc.assert(
      fc.property(fc.array(fc.tuple(star, star), { minLength: 1 }), (pairs) => {
        const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        const largest = Math.max(...a.map((value, row) => Math.abs(value - b[row]!)));
        expect(rmse(a, b)).toBeGreaterThanOrEqual(mae(a, b) - 1e-12);
        expect(rmse(a, b)).toBeLessThanOrEqual(largest + 1e-12);
      }),
    );
  });
});
