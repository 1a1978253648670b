import { type RandomSettings, random } from "../../math/random.js";
import { partOf } from "../../ratings/part-of.js";
import type { Ratings } from "../../ratings/ratings.js";
import { integer, number } from "../../settings/number.js";
import type { ValuesOf } from "../../settings/setting.js";

/** Settings of iterative models that can stop before their last iteration. */
export class EarlyStoppingFields {
  /**
   * Share of the ratings held back at random to choose the iteration; 0: all ratings are used, the
   * last iteration is kept.
   */
  readonly validation = number({ min: 0, below: 1, default: 0 });
  /** With a validation part: stops after this many iterations in a row without improvement. */
  readonly patience = integer({ min: 1, default: 5 });
}

export const earlyStoppingFields = /* @__PURE__ */ new EarlyStoppingFields();

export interface EarlyStoppingSettings extends ValuesOf<EarlyStoppingFields>, RandomSettings {}

/** Which iteration of a model was kept, and why. */
export interface Learning {
  /**
   * The iteration that was kept, from 1: the best on the validation part, or the last without one.
   */
  readonly iteration: number;
  /** RMSE on the validation part after each iteration, in stars; empty without one. */
  readonly errors: readonly number[];
}

/**
 * Splits ratings at random into those to learn from and a share held back. Both parts keep all
 * users and items, with their indices.
 *
 * @throws RangeError if the share is less than one rating.
 */
export function holdBack(
  ratings: Ratings,
  { validation, ...generator }: Pick<EarlyStoppingSettings, "validation" | "seed" | "generator">,
): { kept: Ratings; heldBack: Ratings } {
  const count = Math.floor(ratings.count * validation);
  if (count === 0) {
    throw new RangeError(
      `validation: ${validation} of ${ratings.count} ratings is less than one; hold back a larger share, or 0`,
    );
  }
  const order = random(generator).permutation(ratings.count);
  return {
    kept: partOf(ratings, order.slice(count).sort()),
    heldBack: partOf(ratings, order.slice(0, count).sort()),
  };
}
