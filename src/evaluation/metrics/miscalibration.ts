import { shareBetween0And1 } from "../../settings/checks.js";

/** Options of {@link miscalibration}. */
export interface MiscalibrationOptions {
  /**
   * How much of the history is mixed into the list, between 0 and 1, so that a category without an
   * item in the list has a finite penalty.
   * @default 0.01
   */
  readonly smoothing?: number;
}

/**
 * How far the categories of a list are from those of the user's history: 0 if a list has romances
 * and thrillers in the same shares as the history, more the more of an interest it leaves out.
 *
 *     Σ over categories: p × log(p / q̃), q̃ = (1 − smoothing) × q + smoothing × p
 *
 * where p and q are the shares of the category in the history and in the list (Kullback–Leibler
 * divergence, in nats). O(categories).
 *
 * Harald Steck, *Calibrated Recommendations*, RecSys 2018, equations 5 and 6.
 *
 * @param history a weight of at least 0 for each category; only their shares count
 * @param list likewise, of the same categories
 * @returns NaN if all weights of either are 0
 * @throws RangeError for different numbers of categories, negative weights, or a smoothing that is
 * not between 0 and 1.
 * @example
 * miscalibration([7, 3], [70, 30]); // 0
 */
export function miscalibration(
  history: ArrayLike<number>,
  list: ArrayLike<number>,
  { smoothing = 0.01 }: MiscalibrationOptions = {},
): number {
  shareBetween0And1({ smoothing });
  if (history.length !== list.length) {
    throw new RangeError(
      `the history has ${history.length} categories and the list ${list.length}; give both a weight for each`,
    );
  }
  const [wanted, given] = [shares(history), shares(list)];
  let divergence = 0;
  for (let category = 0; category < wanted.length; category++) {
    const p = wanted[category];
    const q = (1 - smoothing) * given[category] + smoothing * p;
    divergence += p === 0 ? 0 * q : p * Math.log(p / q);
  }
  return wanted.length === 0 ? Number.NaN : divergence;
}

function shares(weights: ArrayLike<number>): Float64Array {
  const checked = Float64Array.from(weights, (weight) => {
    if (weight >= 0) return weight;
    throw new RangeError(`weight ${weight} of a category is not a number of at least 0`);
  });
  const sum = checked.reduce((a, b) => a + b, 0);
  return checked.map((weight) => weight / sum);
}
