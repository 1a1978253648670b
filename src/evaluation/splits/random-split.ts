import { type RandomSettings, random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { type Split, splitWhere } from "./split.js";

/** Options of {@link randomSplit}. */
export interface RandomSplitOptions extends Partial<RandomSettings> {
  /** The share of test rows, between 0 and 1, rounded up to whole rows. @default 0.2 */
  readonly testShare?: number;
}

/**
 * A random hold-out: the last rows of a random permutation are the test part. Both parts keep file
 * order. With `generator: "numpy"` the permutation is `RandomState(seed).permutation(rows)`.
 * O(ratings).
 *
 * @throws RangeError for a share that is not between 0 and 1.
 * @example
 * const { train, test } = randomSplit(ratings, { testShare: 0.2, seed: 15 });
 * [train.count, test.count]; // [80668, 20168]
 */
export function randomSplit<Data extends Feedback>(
  ratings: Data,
  options: RandomSplitOptions = {},
): Split<Data> {
  const { testShare = 0.2, seed, generator } = options;
  const testCount = shareOf(ratings.count, shareBetween0And1({ testShare }));
  const permutation = random({ seed, generator }).permutation(ratings.count);
  const isTest = new Uint8Array(ratings.count);
  for (const row of permutation.subarray(ratings.count - testCount)) isTest[row] = 1;
  return splitWhere(ratings, (row) => isTest[row] === 1);
}
