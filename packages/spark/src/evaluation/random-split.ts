import { randomTestRow } from "../plans/split-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import { checkShare, type SparkSplit } from "./split.js";

/** Options of {@link randomSplit}. */
export interface SparkRandomSplitOptions {
  /** The share of test ratings, between 0 and 1. @default 0.2 */
  readonly testShare?: number;
  /** @default 0 */
  readonly seed?: number;
}

/**
 * A random hold-out on the server: each rating is a test rating with probability `testShare`. Which
 * ones depends on their user, item and the seed alone, by a hash of 64 bits, so that the parts do
 * not depend on how the server divides the rows. Nothing is read before the parts are used.
 *
 * @throws RangeError for a share that is not between 0 and 1, and a seed that is no whole number
 * @example
 * const { train, test } = randomSplit(await spark.csv("ratings.csv"), { seed: 1 });
 */
export function randomSplit(
  ratings: SparkRatings,
  { testShare = 0.2, seed = 0 }: SparkRandomSplitOptions = {},
): SparkSplit {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed: ${seed} is not a whole number; give one`);
  const isTest = randomTestRow(checkShare(testShare), seed);
  return { train: ratings.where(`NOT (${isTest})`), test: ratings.where(isTest) };
}
