import type { SparkRatings } from "../session/spark-ratings.js";

/** Two parts of ratings, which the server computes. */
export interface SparkSplit {
  readonly train: SparkRatings;
  readonly test: SparkRatings;
}

/** @throws RangeError for a share that is not between 0 and 1 */
export function checkShare(testShare: number): number {
  if (testShare > 0 && testShare < 1) return testShare;
  throw new RangeError(`testShare: ${testShare} is not between 0 and 1; give a share such as 0.2`);
}
