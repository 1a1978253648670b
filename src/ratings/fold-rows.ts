import { type RandomSettings, random } from "../math/random.js";
import { integer } from "../settings/number.js";
import type { ValuesOf } from "../settings/setting.js";

/** Settings of functions that divide ratings into folds. */
export class FoldFields {
  /** Folds of equal size that the ratings are divided into. */
  readonly folds = integer({ min: 2, default: 5 });
}

export const foldFields = /* @__PURE__ */ new FoldFields();

export interface FoldSettings extends ValuesOf<FoldFields>, RandomSettings {}

/**
 * The rows 0 to `count` − 1 in random order, divided into folds of equal size; the first folds have
 * one row more if `count` is not a multiple. O(count).
 *
 * @throws RangeError for fewer than 2 folds, or more folds than rows.
 */
export function foldRows(count: number, { folds = 5, seed, generator }: Partial<FoldSettings>): Int32Array[] {
  foldFields.folds.check("folds", folds);
  if (folds > count) throw new RangeError(`folds: ${folds} is more than the ${count} ratings`);
  const order = random({ seed, generator }).permutation(count);
  const sizeBefore = (fold: number) => fold * Math.floor(count / folds) + Math.min(fold, count % folds);
  return Array.from({ length: folds }, (_, fold) => order.subarray(sizeBefore(fold), sizeBefore(fold + 1)));
}
