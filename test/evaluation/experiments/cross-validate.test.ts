import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossValidate } from "../../../src/evaluation/experiments/cross-validate.js";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import type { Ratings } from "../../../src/ratings/ratings.js";
import { madeUpRatings, ratingsOf } from "../made-up-ratings.js";
import { TableModel } from "../table-model.js";
import "../../../src/ratings/interactions.js";

describe("crossValidate", () => {
  const [ratings] = fc.sample(madeUpRatings, { numRuns: 1, seed: 12 }) as [Ratings];

  test("measures each fold as evaluateRatings does, and their mean", () => {
    const options = { folds: 4, seed: 3, generator: "numpy" } as const;
    const { folds, mean } = crossValidate(new MeanRating(), ratings, options);
    const alone = kFolds(ratings, options).map(({ train, test }) =>
      evaluateRatings(new MeanRating().fit(train), test),
    );
    expect(folds.map(({ rmse, mae, coverage }) => [rmse, mae, coverage])).toEqual(
      alone.map(({ rmse, mae, coverage }) => [rmse, mae, coverage]),
    );
    expect(mean.rmse).toBeCloseTo(folds.reduce((sum, { rmse }) => sum + rmse, 0) / 4, 14);
    expect(Object.keys(mean)).toEqual(["rmse", "mae", "coverage", "fitSeconds", "testSeconds"]);
    for (const { fitSeconds, testSeconds } of folds) {
      expect(fitSeconds).toBeGreaterThanOrEqual(0);
      expect(testSeconds).toBeGreaterThanOrEqual(0);
    }
  });

  test("repeats the folds with other seeds, and counts them all as progress", () => {
    const dones: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => dones.push(done / total);
    const { folds } = crossValidate(new GlobalMean(), ratings, { folds: 2, repeats: 3, onProgress });
    expect(folds).toHaveLength(6);
    expect(dones.at(-1)).toBe(1);
    expect(new Set(folds.map(({ rmse }) => rmse)).size).toBeGreaterThan(2);
  });

  test("takes splits that are given, and metrics of both kinds", () => {
    const splits = kFolds(ratings, { folds: 2 });
    const { folds } = crossValidate(new GlobalMean(), splits, { metrics: ["recall@3", "mape"] });
    expect(folds.map((fold) => Object.keys(fold))).toEqual(
      Array(2).fill(["recall@3", "mape", "coverage", "fitSeconds", "testSeconds"]),
    );
    expect(folds[0]!["recall@3"]).toBeGreaterThanOrEqual(0);
    const ranked = crossValidate(new Popularity(), splits, { metrics: ["hit-rate@3"] });
    expect(ranked.mean.coverage).toBeUndefined();
  });

  test("takes interactions, by metrics of lists, where any weight above 0 is relevant", () => {
    const { folds } = crossValidate(new Popularity(), ratings.toInteractions(), { folds: 3 });
    const metrics = ["ndcg@10", "recall@10"] as const;
    const judge = crossValidate(new Popularity(), ratings, { folds: 3, metrics, relevant: () => true });
    for (const name of metrics) {
      expect(folds.map((fold) => fold[name])).toEqual(judge.folds.map((fold) => fold[name]));
    }
    expect(() => crossValidate(new Popularity(), ratings.toInteractions(), { metrics: ["rmse"] })).toThrow(
      'Popularity: its scores rank items and are not stars, so they have no error; measure it with metrics of rankings, such as "ndcg@10"',
    );
    expect(() => crossValidate(new MeanRating(), ratings.toInteractions())).toThrow(
      "MeanRating predicts ratings, and interactions have none; take a model that ranks",
    );
  });

  test("folds in test users from what a split gives", () => {
    const split = {
      train: ratingsOf([
        [1, "a", 5],
        [1, "b", 2],
      ]),
      given: ratingsOf([[2, "a", 5]]),
      test: ratingsOf([[2, "b", 4]]),
    };
    const model = new TableModel({
      score: () => Number.NaN,
      scoreNew: (_, rated) => rated.get("a") ?? Number.NaN,
    });
    const { mean } = crossValidate(model, [split], { metrics: ["mae", "hit-rate@5"] });
    expect(mean).toMatchObject({ mae: 1, "hit-rate@5": 1, coverage: 1 });
  });

  test("reports progress, and a signal stops it", () => {
    const seen: number[] = [];
    crossValidate(new GlobalMean(), ratings, { folds: 3, onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([0, 1, 2, 3]);
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error("enough"));
    expect(() => crossValidate(new GlobalMean(), ratings, { onProgress, signal: stop.signal })).toThrow(
      "enough",
    );
  });

  test("refuses no splits, unknown metrics, and errors of a model without stars", () => {
    expect(() => crossValidate(new GlobalMean(), [])).toThrow("there is no split to measure on");
    expect(() => crossValidate(new GlobalMean(), ratings, { metrics: ["rsme"] })).toThrow(
      '"rsme" is unknown',
    );
    expect(() => crossValidate(new Popularity(), ratings, { metrics: ["rmse"] })).toThrow(
      "Popularity: its scores rank",
    );
    expect(() => crossValidate(new GlobalMean(), ratings, { folds: 1 })).toThrow("folds: 1");
  });
});
