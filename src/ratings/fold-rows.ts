import { type RandomSettings, random } from "../math/random.js";
import { integer } from "../settings/number.js";
import type { ValuesOf } from "../settings/setting.js";

/** Settings of what cuts ratings into folds. */
export class FoldFields {
  /** Parts of equal size that the ratings are cut into. */
  readonly folds = integer({ min: 2, default: 5 });
}

export const foldFields = /* @__PURE__ */ new FoldFields();

export interface FoldSettings extends ValuesOf<FoldFields>, RandomSettings {}

/**
 * The rows from 0 to below `count` in a random order, cut into parts of equal size, the first ones a row larger where they cannot be.
 *
 * @throws RangeError for fewer than 2 folds, or more than there are rows.
 */
export function foldRows(count: number, { folds = 5, seed, generator }: Partial<FoldSettings>): Int32Array[] {
  foldFields.folds.check("folds", folds);
  if (folds > count) throw new RangeError(`folds: ${folds} is more than the ${count} ratings`);
  const order = random({ seed, generator }).permutation(count);
  const sizeBefore = (fold: number) => fold * Math.floor(count / folds) + Math.min(fold, count % folds);
  return Array.from({ length: folds }, (_, fold) => order.subarray(sizeBefore(fold), sizeBefore(fold + 1)));
}
