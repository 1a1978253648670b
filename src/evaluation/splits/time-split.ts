import type { Feedback } from "../../ratings/feedback.js";
import { knownTimestamps } from "../../ratings/known-timestamps.js";
import { isTimestamp } from "../../ratings/timestamp.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { type Split, splitWhere } from "./split.js";

/** Options of {@link timeSplit}. */
export interface TimeSplitOptions {
  /**
   * The time of the first test row: a date, or seconds since 1970.
   * @default determined by `testShare`
   */
  readonly from?: Date | number;
  /**
   * The share of test rows, between 0 and 1, rounded up; rows with equal timestamps stay together.
   * @default 0.2
   */
  readonly testShare?: number;
}

/**
 * Earlier ratings are the train part and later ones the test part, as in production. Both parts
 * keep file order. O(ratings × log(ratings)) for a share, O(ratings) for a time.
 *
 * @throws RangeError for a missing timestamp, an invalid date, or a share not between 0 and 1.
 * @example
 * const { train, test } = timeSplit(ratings, { from: new Date("2016-01-01") });
 * [train.count, test.count]; // [79517, 21319]
 */
export function timeSplit<Data extends Feedback>(
  ratings: Data,
  { from, testShare = 0.2 }: TimeSplitOptions = {},
): Split<Data> {
  const timestamps = knownTimestamps(ratings, "split them with randomSplit");
  const start =
    from === undefined ? startOfShare(timestamps, shareBetween0And1({ testShare })) : seconds(from);
  return splitWhere(ratings, (row) => timestamps[row] >= start);
}

/** The time from which on this share of the rows is, or more for equal timestamps. */
function startOfShare(timestamps: Float64Array, share: number): number {
  const sorted = timestamps.slice().sort();
  return sorted[sorted.length - shareOf(sorted.length, share)];
}

function seconds(moment: Date | number): number {
  const value = moment instanceof Date ? moment.getTime() / 1000 : moment;
  if (isTimestamp(value)) return value;
  throw new RangeError(
    `from: ${moment} is not a time; give a date, or seconds since 1970: milliseconds / 1000`,
  );
}
