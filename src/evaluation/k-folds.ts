import { type RandomSettings, random } from "../math/random.js";
import { wholeAtLeast } from "../models/settings.js";
import type { Ratings } from "../ratings/ratings.js";
import { type Split, splitWhere } from "./split.js";

/** Settings of {@link kFolds}. */
export interface KFoldsOptions extends Partial<RandomSettings> {
  /** Into how many parts the ratings are cut, from 2. @default 5 */
  readonly folds?: number;
}

/**
 * The ratings in `folds` random parts of equal size (the first ones a row larger where they cannot be); each is the test
 * once, and all others are its train. O(folds × ratings).
 *
 * Both parts keep file order, but with `generator: "numpy"` the rows stand in shuffled order: these are the folds of
 * Surprise's `KFold(n_splits=folds, random_state=seed)`, order included, on which indices and gradient descent depend.
 *
 * @throws RangeError for fewer than 2 folds, or more than there are ratings.
 * @example
 * kFolds(ratings, { folds: 5 }).map(({ test }) => test.count); // [20168, 20167, 20167, 20167, 20167]
 */
export function kFolds(ratings: Ratings, options: KFoldsOptions = {}): Split[] {
  return [...eachFold(ratings, options)];
}

/** {@link kFolds} one at a time, so that only one is in memory. */
export function* eachFold(ratings: Ratings, options: KFoldsOptions): Generator<Split, void> {
  const { folds = 5, seed, generator } = options;
  wholeAtLeast(2, { folds });
  if (folds > ratings.count)
    throw new RangeError(`folds: ${folds} is more than the ${ratings.count} ratings`);
  const order = random({ seed, generator }).permutation(ratings.count);
  for (let fold = 0, start = 0, stop = 0; fold < folds; fold++, start = stop) {
    stop += Math.floor(ratings.count / folds) + (fold < ratings.count % folds ? 1 : 0);
    yield generator === "numpy"
      ? inDrawnOrder(ratings, order, start, stop)
      : inFileOrder(ratings, order, start, stop);
  }
}

function inFileOrder(ratings: Ratings, order: Int32Array, start: number, stop: number): Split {
  const isTest = new Uint8Array(ratings.count);
  for (const row of order.subarray(start, stop)) isTest[row] = 1;
  return splitWhere(ratings, (row) => isTest[row] === 1);
}

function inDrawnOrder(ratings: Ratings, order: Int32Array, start: number, stop: number): Split {
  const trainRows = new Int32Array(order.length - (stop - start));
  trainRows.set(order.subarray(0, start));
  trainRows.set(order.subarray(stop), start);
  return { train: ratings.selectRows(trainRows), test: ratings.selectRows(order.subarray(start, stop)) };
}
