import { bootstrapMeans } from "../../kernels/dense/bootstrap-means.js";
import { type RandomSettings, random } from "../../math/random.js";
import { mean, quantile } from "../../math/statistics.js";
import { shareBetween0And1, wholeAtLeast } from "../../settings/checks.js";

/** Options of {@link pairedBootstrap}. */
export interface PairedBootstrapOptions extends Partial<RandomSettings> {
  /** Number of bootstrap samples, from 1. @default 1000 */
  readonly samples?: number;
  /**
   * The share of such intervals that contain the true difference, between 0 and 1.
   * @default 0.95
   */
  readonly confidence?: number;
  /**
   * From a mean to the metric: `Math.sqrt` from squared errors to RMSE.
   * @default the mean itself
   */
  readonly transform?: (mean: number) => number;
}

/** The difference of two models with its confidence interval. */
export interface DifferenceInterval {
  /** The metric of the first model minus that of the second. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Is the difference of two models significant? Draws bootstrap samples, with replacement, of the
 * users (or rows) that both were measured on, and computes the difference in each. `low` and `high`
 * are its quantiles that leave (1 − confidence) / 2 on either side (the percentile interval): the
 * difference is significant if 0 is outside. The samples are paired: a user who is hard for both
 * models cancels out. Pairs with a NaN are left out. O(samples × pairs).
 *
 * Rows of one user are correlated, so intervals from rows are a little too narrow.
 *
 * Bradley Efron and Robert Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13.
 *
 * @param first a value for each test user or row, as `compare(…).valuesOf` gives them
 * @throws RangeError for different lengths, samples below 1, or a confidence not between 0 and 1.
 * @example
 * const [first, second] = [Float64Array.of(0.5, 0.7, 0.9), Float64Array.of(0.25, 0.45, 0.65)];
 * pairedBootstrap(first, second).low > 0; // true
 */
export function pairedBootstrap(
  first: Float64Array,
  second: Float64Array,
  options: PairedBootstrapOptions = {},
): DifferenceInterval {
  return pairedBootstraps([[first, second]], options)[0];
}

/**
 * {@link pairedBootstrap} of many pairs, with the same results. Pairs of the same length share
 * their draws: five models against one take about a third of the time.
 *
 * @throws RangeError as {@link pairedBootstrap}.
 * @example
 * const [one, other] = [Float64Array.of(0.5, 0.7, 0.9), Float64Array.of(0.25, 0.45, 0.65)];
 * pairedBootstraps([[one, other], [other, one]]).map(({ low }) => low > 0); // [true, false]
 */
export function pairedBootstraps(
  pairs: readonly (readonly [first: Float64Array, second: Float64Array])[],
  options: PairedBootstrapOptions = {},
): DifferenceInterval[] {
  const { samples = 1000, confidence = 0.95, transform = (mean) => mean, seed, generator } = options;
  wholeAtLeast(1, { samples });
  const outside = (1 - shareBetween0And1({ confidence })) / 2;
  const known = pairs.map(([first, second]) => withoutNaN(first, second));
  const metrics = new Map<Float64Array, Float64Array>();
  for (const count of new Set(known.map(([{ length }]) => length))) {
    const arrays = [...new Set(known.flat())].filter(({ length }) => length === count);
    const means = bootstrapMeans(arrays, samples, random({ seed, generator }));
    for (const [place, values] of arrays.entries()) {
      metrics.set(
        values,
        means[place].map((each) => transform(each)),
      );
    }
  }
  return known.map(([first, second]) => {
    const ofSecond = metrics.get(second)!;
    const differences = metrics.get(first)!.map((metric, sample) => metric - ofSecond[sample]);
    return {
      difference: transform(mean(first)) - transform(mean(second)),
      low: quantile(differences, outside),
      high: quantile(differences, 1 - outside),
    };
  });
}

function withoutNaN(first: Float64Array, second: Float64Array): [Float64Array, Float64Array] {
  if (first.length !== second.length) {
    throw new RangeError(
      `${first.length} values cannot be paired with ${second.length}; measure both on the same test part`,
    );
  }
  const isPair = (_: number, place: number) => !Number.isNaN(first[place] + second[place]);
  if (first.every(isPair)) return [first, second];
  return [first.filter(isPair), second.filter(isPair)];
}
