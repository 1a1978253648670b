import type { FittedSparkAls } from "../models/fitted-spark-als.js";
import { rankingMetrics } from "../plans/metric-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import type { RunOptions } from "../transport/execute.js";

/** Options of {@link evaluateRanking}. */
export interface SparkRankingOptions extends RunOptions {
  /** Length of the lists. @default 10 */
  readonly count?: number;
  /** The lowest test rating that is relevant. @default all are */
  readonly relevantFrom?: number;
}

/** Means over the users who have relevant test items. */
export interface SparkRankingMetrics {
  readonly ndcg: number;
  readonly recall: number;
  /** The number of these users. */
  readonly users: number;
}

/**
 * Makes the lists of all users on the server, without the items that they rated in train, and
 * measures them by the test ratings, with the formulas of `ndcgAt` and `recallAt` of reelbook. A
 * user who is not in train has no list, and counts with 0.
 *
 * @throws RangeError for a count below 1, and for `relevantFrom` that is not a number
 */
export async function evaluateRanking(
  model: FittedSparkAls,
  test: SparkRatings,
  { count = 10, relevantFrom, ...options }: SparkRankingOptions = {},
): Promise<SparkRankingMetrics> {
  if (relevantFrom !== undefined && !Number.isFinite(relevantFrom)) {
    throw new RangeError(`relevantFrom: ${relevantFrom} is not a number; give a rating, such as 4`);
  }
  const lists = await model.lists({ count, ...options });
  const [row] = await test.runner.collect(
    rankingMetrics(lists, test.relation, { count, relevantFrom }),
    options,
  );
  const value = (name: string) => row?.numbers(name)[0] ?? Number.NaN;
  return { ndcg: value("ndcg"), recall: value("recall"), users: value("users") };
}
