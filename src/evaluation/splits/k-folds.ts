import type { Feedback } from "../../ratings/feedback.js";
import { type FoldSettings, foldRows } from "../../ratings/fold-rows.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import { type Split, splitWhere } from "./split.js";
import { type Stratum, stratifiedFoldRows } from "./stratified-fold-rows.js";

/** Options of {@link kFolds}. */
export interface KFoldsOptions extends Partial<FoldSettings> {
  /**
   * Give each fold an equal part of each user's ratings, of each item's, or of each rating value:
   * the folds differ by at most one row of each.
   * @default none
   */
  readonly stratify?: Stratum | undefined;
  /** How often to divide the ratings again, with the seeds seed, seed + 1, …, from 1. @default 1 */
  readonly repeats?: number | undefined;
}

/**
 * K-fold cross-validation splits: `folds` random parts of equal size (the first ones a row larger
 * if the ratings do not divide), each of which is the test part once, with all others as its train
 * part, `repeats` times. O(repeats × folds × ratings).
 *
 * Both parts keep file order. With `generator: "numpy"` the rows are shuffled instead: these are
 * the folds of Surprise's `KFold(n_splits=folds, random_state=seed)`, including the order of the
 * rows, on which indices and gradient descent depend. Stratified folds keep file order.
 *
 * @throws RangeError for fewer than 2 folds, more folds than ratings, fewer than 1 repeat, or an
 * unknown stratum.
 * @example
 * const splits = kFolds(ratings, { folds: 5 });
 * splits.map(({ test }) => test.count); // [20168, 20167, 20167, 20167, 20167]
 */
export function kFolds<Data extends Feedback>(ratings: Data, options: KFoldsOptions = {}): Split<Data>[] {
  return [...eachFold(ratings, options)];
}

/** {@link kFolds} one at a time, so that only one is in memory. */
export function* eachFold<Data extends Feedback>(
  ratings: Data,
  options: KFoldsOptions,
): Generator<Split<Data>, void> {
  const { repeats = 1, stratify, seed = 0, ...settings } = options;
  wholeAtLeast(1, { repeats });
  if (stratify !== undefined) oneOf(["user", "item", "rating"], { stratify });
  const isInDrawnOrder = settings.generator === "numpy" && stratify === undefined;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const drawn = { ...settings, seed: seed + repeat };
    const parts = stratify
      ? stratifiedFoldRows(ratings, { ...drawn, stratify })
      : foldRows(ratings.count, drawn);
    for (const [fold, rows] of parts.entries()) {
      yield isInDrawnOrder ? inDrawnOrder(ratings, parts, fold) : inFileOrder(ratings, rows);
    }
  }
}

function inFileOrder<Data extends Feedback>(ratings: Data, testRows: Int32Array): Split<Data> {
  const isTest = new Uint8Array(ratings.count);
  for (const row of testRows) isTest[row] = 1;
  return splitWhere(ratings, (row) => isTest[row] === 1);
}

function inDrawnOrder<Data extends Feedback>(
  ratings: Data,
  parts: readonly Int32Array[],
  fold: number,
): Split<Data> {
  const testRows = parts[fold];
  const trainRows = new Int32Array(ratings.count - testRows.length);
  let end = 0;
  for (const part of parts) {
    if (part === testRows) continue;
    trainRows.set(part, end);
    end += part.length;
  }
  return { train: ratings.selectRows(trainRows), test: ratings.selectRows(testRows) };
}
