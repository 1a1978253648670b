import { expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { measureTrial, runInThisThread } from "../../../src/evaluation/tuning/trial-runner.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { ratingsOf } from "../made-up-ratings.js";

const ratings = ratingsOf(Array.from({ length: 40 }, (_, row) => [row % 8, row % 5, 1 + ((3 * row) % 5)]));
const splits = kFolds(ratings, { folds: 2 });
const task = {
  name: "MeanRating",
  modelOf: (settings: object) => new MeanRating(settings),
  splits,
  metric: "rmse",
  relevantFrom: undefined,
  signal: undefined,
};

test("a trial is the mean of the metric over the parts", () => {
  const trial = measureTrial(task, { damping: 3 });
  const alone = splits.map(
    ({ train, test }) => evaluateRatings(new MeanRating({ damping: 3 }).fit(train), test).rmse,
  );
  expect(trial.scores).toEqual(alone);
  expect(trial.score).toBeCloseTo((alone[0]! + alone[1]!) / 2, 14);
  expect(trial.fitSeconds).toBeGreaterThanOrEqual(0);
});

test("relevantFrom decides which items count in a ranking", () => {
  const train = ratingsOf([
    [2, "b", 5],
    [2, "c", 1],
    [1, "a", 3],
  ]);
  const part = ratingsOf([
    [1, "b", 3],
    [1, "c", 5],
  ]);
  const ranking = { ...task, splits: [{ train, test: part }], metric: "precision@1" };
  expect(measureTrial({ ...ranking, relevantFrom: 3 }, {}).score).toBe(1);
  expect(measureTrial({ ...ranking, relevantFrom: 4 }, {}).score).toBe(0);
});

test("an error of the model is the trial's, and an aborted task throws", async () => {
  expect(measureTrial(task, { damping: -1 })).toEqual({
    settings: { damping: -1 },
    error: "damping: -1 is not a number of at least 0",
  });
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(runInThisThread({ ...task, signal }).run({})).rejects.toThrow("enough");
});
