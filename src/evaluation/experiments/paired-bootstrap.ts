import { type RandomSettings, random } from "../../math/random.js";
import { mean, quantile } from "../../math/statistics.js";
import { shareBetween0And1, wholeAtLeast } from "../../settings/checks.js";

/** Settings of {@link pairedBootstrap}. */
export interface PairedBootstrapOptions extends Partial<RandomSettings> {
  /** How many times all pairs are drawn anew, from 1. @default 1000 */
  readonly samples?: number;
  /** How often such an interval holds the true difference, between 0 and 1. @default 0.95 */
  readonly confidence?: number;
  /** Makes the measure of a mean: `Math.sqrt` for squared errors, whose measure is RMSE. @default the mean itself */
  readonly transform?: (mean: number) => number;
}

/** How far apart two models are, and between which bounds that is sure. */
export interface DifferenceInterval {
  /** The first's measure minus the second's. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Is the difference of two models more than chance? Draws the users (or rows) both were measured on again and again, with
 * replacement, and looks at the difference each time; `low` and `high` are the quantiles that leave (1 − confidence) / 2 on
 * either side (the percentile interval). An interval without 0 says yes. Paired: a hard user is hard for both, which
 * cancels out. Pairs of which one is NaN are left out. O(samples × pairs).
 *
 * Rows of one user are alike, which makes intervals from rows a little too narrow.
 *
 * Bradley Efron and Robert Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13.
 *
 * @param first a value for each test user or row, as `compare(…).valuesOf` gives them
 * @throws RangeError for lists of different lengths, fewer than one sample, or a confidence not between 0 and 1.
 * @example
 * pairedBootstrap(Float64Array.of(0.5, 0.7, 0.9), Float64Array.of(0.25, 0.45, 0.65)).low > 0; // true
 */
export function pairedBootstrap(
  first: Float64Array,
  second: Float64Array,
  options: PairedBootstrapOptions = {},
): DifferenceInterval {
  const { samples = 1000, confidence = 0.95, transform = (mean) => mean, seed, generator } = options;
  wholeAtLeast(1, { samples });
  const outside = (1 - shareBetween0And1({ confidence })) / 2;
  if (first.length !== second.length) {
    throw new RangeError(
      `${first.length} values cannot be paired with ${second.length}; measure both on one test`,
    );
  }
  const isPair = (_: number, place: number) => !Number.isNaN(first[place] + second[place]);
  const [firsts, seconds] = [first.filter(isPair), second.filter(isPair)];
  const drawn = random({ seed, generator });
  const count = firsts.length;
  const differences = Float64Array.from({ length: samples }, () => {
    let [firstSum, secondSum] = [0, 0];
    for (let pair = 0; pair < count; pair++) {
      const place = drawn.below(count);
      firstSum += firsts[place];
      secondSum += seconds[place];
    }
    return transform(firstSum / count) - transform(secondSum / count);
  });
  return {
    difference: transform(mean(firsts)) - transform(mean(seconds)),
    low: quantile(differences, outside),
    high: quantile(differences, 1 - outside),
  };
}
