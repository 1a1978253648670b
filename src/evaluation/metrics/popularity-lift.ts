import { mean } from "../../math/statistics.js";

/**
 * Popularity bias: by what share the items of a user's list are more popular than those of the
 * user's history. 0 for a list as popular as the history, 1 for one twice as popular, below 0 for
 * rarer items.
 *
 *     mean popularity of the list / mean popularity of the history − 1
 *
 * Himan Abdollahpouri et al., *The Connection Between Popularity Bias, Calibration, and Fairness in
 * Recommendation*, RecSys 2020 (GAP, there of groups of users).
 *
 * @param list the number of ratings of each item of the list
 * @param history the number of ratings of each item of the history
 * @returns NaN if either is empty
 * @example
 * popularityLift([300, 100], [50, 150]); // 1
 */
export function popularityLift(list: ArrayLike<number>, history: ArrayLike<number>): number {
  const usual = mean(Float64Array.from(history));
  return (mean(Float64Array.from(list)) - usual) / usual;
}
