import { type RandomSettings, random } from "../math/random.js";
import { wholeAtLeast } from "../settings/settings.js";

/** Into how many parts rows are cut, and by which chance. */
export interface FoldSettings extends RandomSettings {
  /** Into how many parts the ratings are cut, from 2. @default 5 */
  readonly folds: number;
}

/**
 * The rows from 0 to below `count` in a random order, cut into parts of equal size, the first ones a row larger where they cannot be.
 *
 * @throws RangeError for fewer than 2 folds, or more than there are rows.
 */
export function foldRows(count: number, { folds = 5, seed, generator }: Partial<FoldSettings>): Int32Array[] {
  wholeAtLeast(2, { folds });
  if (folds > count) throw new RangeError(`folds: ${folds} is more than the ${count} ratings`);
  const order = random({ seed, generator }).permutation(count);
  const sizeBefore = (fold: number) => fold * Math.floor(count / folds) + Math.min(fold, count % folds);
  return Array.from({ length: folds }, (_, fold) => order.subarray(sizeBefore(fold), sizeBefore(fold + 1)));
}
