import { mean } from "../../math/statistics.js";

/**
 * The root mean squared error, in stars. Large errors weigh more than in the mean absolute error.
 *
 *     √( Σ (actual − predicted)² / n )
 *
 * @example
 * rmse([4, 1], [4, 3]); // Math.SQRT2
 */
export function rmse(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return Math.sqrt(mean(squaredErrors(actual, predicted)));
}

/**
 * The mean absolute error, in stars.
 *
 *     Σ |actual − predicted| / n
 *
 * @example
 * mae([4, 1], [4, 3]); // 1
 */
export function mae(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return mean(absoluteErrors(actual, predicted));
}

/**
 * The mean absolute error in percent of the rating: an error of one star counts five times as much
 * for a rating of 1 as for a rating of 5.
 *
 *     100 × Σ |actual − predicted| / |actual| / n
 *
 * Undefined for ratings of 0.
 *
 * @example
 * mape([4, 1], [4, 3]); // 100
 */
export function mape(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return mean(percentageErrors(actual, predicted));
}

/** (actual − predicted)² of each rating. */
export function squaredErrors(actual: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array {
  return ofPairs(actual, predicted, (rating, prediction) => (rating - prediction) ** 2);
}

/** |actual − predicted| of each rating. */
export function absoluteErrors(actual: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array {
  return ofPairs(actual, predicted, (rating, prediction) => Math.abs(rating - prediction));
}

/** 100 × |actual − predicted| / |actual| of each rating. */
export function percentageErrors(actual: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array {
  return ofPairs(actual, predicted, (rating, prediction) => 100 * Math.abs((rating - prediction) / rating));
}

/**
 * A number for each rating, in a loop: `Float64Array.from` with a function takes five times as
 * long.
 */
function ofPairs(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  combine: (rating: number, prediction: number) => number,
): Float64Array {
  const combined = new Float64Array(actual.length);
  for (let k = 0; k < combined.length; k++) combined[k] = combine(actual[k], predicted[k]);
  return combined;
}
