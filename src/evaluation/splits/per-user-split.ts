import type { Feedback } from "../../ratings/feedback.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { type Split, splitWhere } from "./split.js";
import { type TestedRows, userRowOrder } from "./user-row-order.js";

/** Options of {@link perUserSplit}. */
export interface PerUserSplitOptions extends TestedRows {
  /** The share of test rows of each user, between 0 and 1, rounded up. @default 0.2 */
  readonly testShare?: number;
}

/**
 * A hold-out of a share of each user's ratings: the latest or random ones, at least one of each
 * user. One rating of each user stays in train at least. Both parts keep file order.
 * O(ratings × log(ratings of a user)).
 *
 * With `which: "random"` each user is as well represented in train as in test, where `randomSplit`
 * may leave a user with few ratings out of either. {@link leaveOut} holds out the same number of
 * each user instead.
 *
 * @throws RangeError for a share that is not between 0 and 1, an unknown `which`, and for "last"
 * without a timestamp.
 * @example
 * const { train, test } = perUserSplit(ratings, { testShare: 0.2 });
 * [train.users.size, test.users.size]; // [610, 610]
 */
export function perUserSplit<Data extends Feedback>(
  ratings: Data,
  options: PerUserSplitOptions = {},
): Split<Data> {
  const testShare = shareBetween0And1({ testShare: options.testShare ?? 0.2 });
  const reordered = userRowOrder(ratings, options);
  const { byUser } = ratings;
  const isTest = new Uint8Array(ratings.count);
  for (let user = 0; user < byUser.rowCount; user++) {
    const rows = reordered(rowPositions(byUser, user));
    const testCount = Math.min(shareOf(rows.length, testShare), rows.length - 1);
    for (const row of rows.subarray(rows.length - testCount)) isTest[row] = 1;
  }
  return splitWhere(ratings, (row) => isTest[row] === 1);
}
