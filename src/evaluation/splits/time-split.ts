import type { Ratings } from "../../ratings/ratings.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { knownTimestamps } from "./known-timestamps.js";
import { type Split, splitWhere } from "./split.js";

/** Settings of {@link timeSplit}. */
export interface TimeSplitOptions {
  /** The moment from which on ratings are test rows: a date, or seconds since 1970. @default what `testShare` comes to */
  readonly from?: Date | number;
  /** The share of the rows that are test rows, between 0 and 1, rounded up; rows of one moment stay together. @default 0.2 */
  readonly testShare?: number;
}

/**
 * The past is for learning and the future is the test, as in real use. Both parts keep file order. O(ratings × log ratings)
 * for a share, O(ratings) for a moment.
 *
 * @throws RangeError where a rating has no timestamp, the moment is none, or the share is not between 0 and 1.
 * @example
 * const { train, test } = timeSplit(ratings, { from: new Date("2016-01-01") });
 * [train.count, test.count]; // [79517, 21319]
 */
export function timeSplit(ratings: Ratings, { from, testShare = 0.2 }: TimeSplitOptions = {}): Split {
  const timestamps = knownTimestamps(ratings, "split them with randomSplit");
  const moment = from === undefined ? latest(timestamps, shareBetween0And1({ testShare })) : seconds(from);
  return splitWhere(ratings, (row) => timestamps[row] >= moment);
}

/** The moment from which on this share of the rows comes, or more where several rows are of that moment. */
function latest(timestamps: Float64Array, share: number): number {
  const sorted = timestamps.slice().sort();
  return sorted[sorted.length - shareOf(sorted.length, share)];
}

function seconds(moment: Date | number): number {
  const value = moment instanceof Date ? moment.getTime() / 1000 : moment;
  if (Number.isNaN(value))
    throw new RangeError(`from: ${moment} is no moment; give a date, or seconds since 1970`);
  return value;
}
