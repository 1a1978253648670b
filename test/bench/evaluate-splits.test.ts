import { crossValidate, kFolds, MeanRating, Ratings } from "reelbook";
import { expect, test } from "vitest";
import { evaluateSplits } from "../../bench/lib/evaluate-splits.mjs";

const all = Array.from({ length: 40 }, (_, row) => ({
  userId: row % 7,
  itemId: row % 11,
  rating: 1 + (row % 5),
}));
const splits = kFolds(Ratings.from(all), { folds: 3, seed: 1 });
const errorOf = (split: number, damping: number) =>
  crossValidate(new MeanRating({ damping }), [splits[split]!]).mean.rmse;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("each split is measured with the settings that were chosen for it", () => {
  const dampings = [0, 3, 50];
  const settings = dampings.map((damping) => ({ damping }));
  const { answer } = evaluateSplits("MeanRating", settings, { splits, measures: ["rmse"] });
  const expected = mean(dampings.map((damping, split) => errorOf(split, damping)));
  expect(answer.rmse).toBeCloseTo(expected, 14);
  expect(Math.abs(mean([0, 1, 2].map((split) => errorOf(split, 0))) - expected)).toBeGreaterThan(1e-3);
});

test("settings that are given once apply to all splits", () => {
  const { answer } = evaluateSplits("MeanRating", [{ damping: 3 }], { splits, measures: ["rmse", "mae"] });
  expect(answer.rmse).toBeCloseTo(mean([0, 1, 2].map((split) => errorOf(split, 3))), 14);
  expect(Object.keys(answer)).toEqual(["rmse", "mae"]);
});

test("another number of settings than of splits is refused", () => {
  expect(() => evaluateSplits("MeanRating", [{}, {}], { splits, measures: ["rmse"] })).toThrow(
    "2 settings for 3 splits; give one for each, or one for all",
  );
});
