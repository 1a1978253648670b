import type { Feedback } from "../../ratings/feedback.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { type Split, splitWhere } from "./split.js";
import { type TestedRows, userRowOrder } from "./user-row-order.js";

/** Options of {@link leaveOut}. */
export interface LeaveOutOptions extends TestedRows {
  /** The number of test rows of each user, from 1. @default 1 */
  readonly count?: number;
}

/**
 * Leave-one-out, or leave `count` out: the same number of ratings of each user is the test part.
 * All ratings of a user with at most `count` stay in train. Both parts keep file order.
 * O(ratings × log(ratings of a user)).
 *
 * @throws RangeError for a count below 1, an unknown `which`, and for "last" without a timestamp.
 * @example
 * const { train, test } = leaveOut(ratings, { count: 1, which: "last" });
 * test.count; // 610
 */
export function leaveOut<Data extends Feedback>(ratings: Data, options: LeaveOutOptions = {}): Split<Data> {
  const { count = 1 } = options;
  wholeAtLeast(1, { count });
  const reordered = userRowOrder(ratings, options);
  const { byUser } = ratings;
  const isTest = new Uint8Array(ratings.count);
  for (let user = 0; user < byUser.rowCount; user++) {
    const rows = rowPositions(byUser, user);
    if (rows.length > count) for (const row of reordered(rows).subarray(-count)) isTest[row] = 1;
  }
  return splitWhere(ratings, (row) => isTest[row] === 1);
}
