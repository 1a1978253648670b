import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { meanMeasures, measure } from "../../../src/evaluation/experiments/measure.js";
import { fractionOfConcordantPairs } from "../../../src/evaluation/metrics/concordant-pairs.js";
import { explainedVariance, rSquared } from "../../../src/evaluation/metrics/explained-variance.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ratingsOf } from "../made-up-ratings.js";

/** The mean is 3. */
const train = ratingsOf([
  [1, "a", 5],
  [1, "b", 1],
  [2, "a", 3],
]);
const split = {
  train,
  test: ratingsOf([
    [2, "b", 4],
    [1, "a", 1],
  ]),
};

describe("measure", () => {
  test("by default measures RMSE and MAE, with coverage and seconds", () => {
    const { measures, values } = measure(new GlobalMean(), split, {});
    expect(Object.keys(measures)).toEqual(["rmse", "mae", "coverage", "fitSeconds", "testSeconds"]);
    expect(measures).toMatchObject({ rmse: Math.sqrt((1 + 4) / 2), mae: (1 + 2) / 2, coverage: 1 });
    expect(measures.fitSeconds).toBeGreaterThanOrEqual(0);
    expect(measures.testSeconds).toBeGreaterThanOrEqual(0);
    expect(values).toEqual({ rmse: Float64Array.of(1, 4), mae: Float64Array.of(1, 2) });
  });

  test("keeps the errors of each row, and the values of each user for a metric of rankings", () => {
    const { measures, values } = measure(new GlobalMean(), split, { metrics: ["mape", "recall@5"] });
    // User 1 has no relevant item; b is the only item that user 2 has not rated.
    expect(measures).toMatchObject({ mape: (25 + 200) / 2, "recall@5": 1 });
    expect(values).toEqual({ mape: Float64Array.of(25, 200), "recall@5": Float64Array.of(1) });
  });

  test("measures what has no value for a row", () => {
    const metrics = ["fcp", "r2", "explained-variance", "rbp@2"] as const;
    const { measures, values } = measure(new Baseline(), { train, test: train }, { metrics });
    const { predictions } = evaluateRatings(new Baseline().fit(train), train);
    expect(measures.fcp).toBe(fractionOfConcordantPairs(train, predictions));
    expect(measures.r2).toBe(rSquared(train.values, predictions));
    expect(measures["explained-variance"]).toBe(explainedVariance(train.values, predictions));
    expect(Object.keys(values)).toEqual(["rbp@2"]);
  });

  test("a model without stars is measured by rankings alone, and has no coverage", () => {
    const { measures } = measure(new Popularity(), split, { metrics: ["recall@5"] });
    expect(Object.keys(measures)).toEqual(["recall@5", "fitSeconds", "testSeconds"]);
    expect(() => measure(new Popularity(), split, { metrics: ["rmse"] })).toThrow("are not stars");
    const byDefault = measure(new Popularity(), split, {});
    expect(Object.keys(byDefault.measures)).toEqual(["ndcg@10", "recall@10", "fitSeconds", "testSeconds"]);
  });

  test("new users are scored from what is given of them", () => {
    const metrics = ["hit-rate@1"] as const;
    const test = ratingsOf([[9, "b", 5]]);
    const given = ratingsOf([[9, "a", 5]]);
    const rate = (split: Parameters<typeof measure>[1]) =>
      measure(new Popularity(), split, { metrics }).measures["hit-rate@1"];
    // The most popular item is a, which is left out once it is known that the user has rated it.
    expect([rate({ train, test }), rate({ train, test, given })]).toEqual([0, 1]);
  });

  test("does not report its own progress, and a signal stops it", () => {
    const reports: unknown[] = [];
    const onProgress = (progress: unknown) => reports.push(progress);
    measure(new GlobalMean(), split, { onProgress, metrics: ["rmse", "auc"] });
    expect(reports).toEqual([]);
    expect(() => measure(new GlobalMean(), split, { signal: AbortSignal.abort(), metrics: ["auc"] })).toThrow(
      "abort",
    );
  });
});

test("meanMeasures is the mean of each measure, and an error for no split", () => {
  const one = { rmse: 1, mae: 0.5, coverage: 1, fitSeconds: 2, testSeconds: 4 };
  const other = { rmse: 2, mae: 1.5, coverage: 0.5, fitSeconds: 3, testSeconds: 4 };
  expect(meanMeasures([one, other])).toEqual({
    rmse: 1.5,
    mae: 1,
    coverage: 0.75,
    fitSeconds: 2.5,
    testSeconds: 4,
  });
  expect(() => meanMeasures([])).toThrow("no split");
});
