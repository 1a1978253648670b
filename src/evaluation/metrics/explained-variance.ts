import { mean, populationDeviation } from "../../math/statistics.js";
import { squaredErrors } from "./rating-errors.js";

/**
 * The coefficient of determination, R²: 1 for perfect predictions, 0 for those as good as the mean
 * of the actual ratings, below 0 for worse ones.
 *
 *     1 − Σ (actual − predicted)² / Σ (actual − mean of actual)²
 *
 * NaN, or -Infinity, for actual ratings that are all equal.
 *
 * @example
 * rSquared([1, 2, 3], [1, 2, 4]); // 0.5
 */
export function rSquared(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return 1 - mean(squaredErrors(actual, predicted)) / variance(actual);
}

/**
 * The share of the ratings' variance that predictions explain: {@link rSquared} without the
 * penalty for predictions that are too high, or too low, on average.
 *
 *     1 − variance of (actual − predicted) / variance of actual
 *
 * @example
 * explainedVariance([1, 2, 3], [2, 3, 4]); // 1
 */
export function explainedVariance(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const errors = Float64Array.from(actual, (rating, row) => rating - predicted[row]);
  return 1 - variance(errors) / variance(actual);
}

function variance(values: ArrayLike<number>): number {
  const all = Float64Array.from(values);
  return populationDeviation(all, mean(all)) ** 2;
}
