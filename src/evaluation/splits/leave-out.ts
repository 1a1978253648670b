import { type RandomSettings, random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { knownTimestamps } from "./known-timestamps.js";
import { type Split, splitWhere } from "./split.js";

/** Settings of {@link leaveOut}. */
export interface LeaveOutOptions extends Partial<RandomSettings> {
  /** How many rows of each user are test rows, from 1. @default 1 */
  readonly count?: number;
  /** The user's latest rows, of one moment the later in the file; or any by chance. @default "last" */
  readonly which?: "last" | "random";
}

/**
 * The same number of each user's ratings is the test: leave one out, or leave `count` out. A user who has no more
 * than those stays in train, whole. Both parts keep file order. O(ratings × log(ratings of a user)).
 *
 * @throws RangeError for a count below 1, and for "last" where a rating has no timestamp.
 * @example
 * const { train, test } = leaveOut(ratings, { count: 1, which: "last" });
 * test.count; // 610
 */
export function leaveOut(ratings: Ratings, options: LeaveOutOptions = {}): Split {
  const { count = 1, which = "last", seed, generator } = options;
  wholeAtLeast(1, { count });
  oneOf(["last", "random"], { which });
  const inOrder = which === "last" ? byTime(ratings) : byChance({ seed, generator });
  const { byUser } = ratings;
  const isTest = new Uint8Array(ratings.count);
  for (let user = 0; user < byUser.rowCount; user++) {
    const rows = rowPositions(byUser, user);
    if (rows.length > count) for (const row of inOrder(rows).subarray(-count)) isTest[row] = 1;
  }
  return splitWhere(ratings, (row) => isTest[row] === 1);
}

function byTime(ratings: Ratings): (rows: Int32Array) => Int32Array {
  const timestamps = knownTimestamps(ratings, 'pass which: "random"');
  return (rows) => rows.sort((a, b) => timestamps[a] - timestamps[b]);
}

function byChance(settings: Partial<RandomSettings>): (rows: Int32Array) => Int32Array {
  const generator = random(settings);
  return (rows) => generator.shuffle(rows);
}
