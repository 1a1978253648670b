import { lateTimestamp, timestampCounts } from "../plans/split-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import type { RunOptions } from "../transport/execute.js";
import { checkShare, type SparkSplit } from "./split.js";

/** Options of {@link timeSplit}. */
export interface SparkTimeSplitOptions extends RunOptions {
  /**
   * The time of the first test rating: a date, or seconds since 1970.
   * @default determined by `testShare`
   */
  readonly from?: Date | number;
  /** The share of test ratings; those of one time stay together. @default 0.2 */
  readonly testShare?: number;
}

/**
 * Earlier ratings are the train part and later ones the test part, as `timeSplit` of reelbook
 * divides them. Sorts the timestamps on the server unless `from` is given.
 *
 * @throws RangeError for a missing timestamp, an invalid date, or a share not between 0 and 1
 * @example
 * const { train, test } = await timeSplit(ratings, { from: new Date("2016-01-01") });
 */
export async function timeSplit(
  ratings: SparkRatings,
  { from, testShare = 0.2, ...options }: SparkTimeSplitOptions = {},
): Promise<SparkSplit> {
  if (!ratings.hasTimestamps) {
    throw new RangeError("the ratings have no timestamps; name their column, or split them with randomSplit");
  }
  const share = checkShare(testShare);
  const [counts] = await ratings.runner.collect(timestampCounts(ratings.relation), options);
  const [unknown = 0] = counts?.numbers("unknown") ?? [];
  if (unknown > 0) throw new RangeError(`${unknown} ratings have no timestamp; split them with randomSplit`);
  const [rows = 0] = counts?.numbers("rows") ?? [];
  const start =
    from === undefined ? await startOfShare(ratings, Math.ceil(rows * share), options) : seconds(from);
  return { train: ratings.where(`timestamp < ${start}D`), test: ratings.where(`timestamp >= ${start}D`) };
}

async function startOfShare(ratings: SparkRatings, count: number, options: RunOptions): Promise<number> {
  const [batch] = await ratings.runner.collect(lateTimestamp(ratings.relation, Math.max(1, count)), options);
  const [start] = batch?.numbers("timestamp") ?? [];
  if (start === undefined) throw new RangeError("there are no ratings to split; give a file with rows");
  return start;
}

function seconds(moment: Date | number): number {
  const value = moment instanceof Date ? moment.getTime() / 1000 : moment;
  if (Number.isFinite(value)) return value;
  throw new RangeError(`from: ${moment} is not a time; give a date, or seconds since 1970`);
}
