import type { Feedback } from "../../ratings/feedback.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { type Split, splitWhere } from "./split.js";

/** Options of {@link rowSplit}. */
export interface RowSplitOptions {
  /** The share of test rows, between 0 and 1, rounded up to whole rows. @default 0.2 */
  readonly testShare?: number;
}

/**
 * The last rows of the file are the test part. In a file that is sorted by user its users differ
 * from those of train, a mistake of some tutorials; this reproduces them. O(ratings).
 *
 * @throws RangeError for a share that is not between 0 and 1.
 * @example
 * const { train, test } = rowSplit(ratings);
 * test.users.ids.filter((userId) => train.users.has(userId)).length; // 1
 */
export function rowSplit<Data extends Feedback>(
  ratings: Data,
  { testShare = 0.2 }: RowSplitOptions = {},
): Split<Data> {
  const firstTest = ratings.count - shareOf(ratings.count, shareBetween0And1({ testShare }));
  return splitWhere(ratings, (row) => row >= firstTest);
}
