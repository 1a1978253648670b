import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { madeUpRatings, ratingsOf } from "../made-up-ratings.js";
import { TableModel } from "../table-model.js";
import "../../../src/ratings/interactions.js";

/** The mean is 3. */
const train = ratingsOf([
  [1, "a", 5],
  [1, "b", 1],
  [2, "a", 3],
]);
const tested = ratingsOf([
  [2, "b", 4],
  [1, "new", 2],
  [9, "a", 5],
  [9, "new", 1],
]);
const { NaN: none } = Number;

describe("evaluateRatings", () => {
  test("predicts, falls back to the user or item alone, then to the mean of train", () => {
    const model = new TableModel({
      score: () => 3.5,
      part: (userId, itemId) => (userId === 1 ? 2.5 : itemId === "a" ? 4 : none),
    });
    const { predictions, coverage, rmse, mae, mape } = evaluateRatings(model.fit(train), tested);
    expect([...predictions]).toEqual([3.5, 2.5, 4, 3]);
    expect(coverage).toBe(1 / 4);
    expect(rmse).toBeCloseTo(Math.sqrt((0.25 + 0.25 + 1 + 4) / 4), 15);
    expect(mae).toBe((0.5 + 0.5 + 1 + 2) / 4);
    expect(mape).toBeCloseTo((100 * (0.5 / 4 + 0.5 / 2 + 1 / 5 + 2 / 1)) / 4, 12);
  });

  test('skips ratings that cannot be predicted with unknown: "skip"', () => {
    const fitted = new TableModel({ score: () => 3.5 }).fit(train);
    const { predictions, coverage, mae } = evaluateRatings(fitted, tested, { unknown: "skip" });
    expect([...predictions]).toEqual([3.5, none, none, none]);
    expect([coverage, mae]).toEqual([1 / 4, 0.5]);
  });

  test("clips predictions to the scale, unless asked not to", () => {
    const fitted = new TableModel({ score: () => 7, part: () => -2 }).fit(train);
    expect([...evaluateRatings(fitted, tested).predictions]).toEqual([5, 1, 1, 1]);
    expect([...evaluateRatings(fitted, tested, { clip: false }).predictions]).toEqual([7, -2, -2, -2]);
  });

  test("folds in a new user from the given ratings", () => {
    const model = new TableModel({
      score: () => 1,
      scoreNew: (itemId, rated) => (itemId === "a" ? rated.get("b")! : none),
    });
    const given = ratingsOf([
      [9, "b", 4],
      [9, "unheard of", 2],
    ]);
    const { predictions, coverage } = evaluateRatings(model.fit(train), tested, { given });
    expect([...predictions]).toEqual([1, 3, 4, 3]);
    expect(coverage).toBe(2 / 4);
  });

  test("is NaN without test ratings", () => {
    const nothing = tested.filter(() => false);
    const { rmse, coverage } = evaluateRatings(new GlobalMean().fit(train), nothing);
    expect([rmse, coverage]).toEqual([none, none]);
  });

  test("refuses scores that are not stars, and says what to do", () => {
    expect(() => evaluateRatings(new Popularity().fit(train), tested)).toThrow(
      /^Popularity: its scores rank items and are not stars.*metrics of rankings, such as "ndcg@10"$/,
    );
  });

  test("refuses an unknown way to count ratings that cannot be predicted", () => {
    const fitted = new GlobalMean().fit(train);
    expect(() => evaluateRatings(fitted, tested, { unknown: "zero" as "skip" })).toThrow(
      'unknown: "zero" is none of "mean", "skip"',
    );
  });

  test("errors are 0 for a model that repeats the ratings", () => {
    fc.assert(
      fc.property(madeUpRatings, (ratings) => {
        const model = new TableModel({ score: (userId, itemId) => ratings.get(userId, itemId) });
        expect(evaluateRatings(model.fit(ratings), ratings)).toMatchObject({
          rmse: 0,
          mae: 0,
          mape: 0,
          coverage: 1,
        });
      }),
    );
  });

  test("refuses interactions by sentence and by type", () => {
    const fitted = new MeanRating().fit(train);
    // @ts-expect-error Interactions are no Ratings.
    expect(() => evaluateRatings(fitted, tested.toInteractions())).toThrow(
      "MeanRating predicts ratings, and interactions have none",
    );
  });

  test("does not depend on the order of the test rows", () => {
    fc.assert(
      fc.property(madeUpRatings, (ratings) => {
        const [split] = kFolds(ratings, { folds: 2 });
        const { test: rows } = split!;
        const backwards = rows.selectRows(Int32Array.from(rows.values, (_, row) => rows.count - 1 - row));
        const fitted = new MeanRating().fit(split!.train);
        const [there, back] = [evaluateRatings(fitted, rows), evaluateRatings(fitted, backwards)];
        expect(back.rmse).toBeCloseTo(there.rmse, 12);
        expect([...back.predictions].reverse()).toEqual([...there.predictions]);
      }),
    );
  });

  test("gives the published RMSE of the global mean", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const split = randomSplit(ratings, { seed: 15, generator: "numpy" });
    expect(evaluateRatings(new GlobalMean().fit(split.train), split.test).rmse).toBeCloseTo(1.041, 3);
    const { rmse, coverage } = evaluateRatings(new MeanRating().fit(split.train), split.test);
    expect(rmse).toBeLessThan(1);
    expect(coverage).toBeGreaterThan(0.95);
    expect(coverage).toBeLessThan(1);
  });
});
