import { type RandomSettings, random } from "../../math/random.js";
import { partOf } from "../../ratings/part-of.js";
import type { Ratings } from "../../ratings/ratings.js";

/** When a model that goes through all ratings again and again stops before its last iteration. */
export interface EarlyStoppingSettings extends RandomSettings {
  /**
   * The share of the ratings that is held back by chance, from 0 to below 1: the model does not learn from them, and keeps the iteration
   * that predicted them best. With 0 it learns from all, and keeps the last. @default 0
   */
  readonly validation: number;
  /** With a validation part, after how many iterations in a row that were no better it stops, from 1. @default 5 */
  readonly patience: number;
}

/** How long a model learned. */
export interface Learning {
  /** Whose numbers were kept, from 1: the best iteration for the validation part, or the last where there is none. */
  readonly iteration: number;
  /** The root mean squared error of the validation part after each iteration, in stars; empty where there is none. */
  readonly errors: readonly number[];
}

/**
 * The ratings in two parts that keep all users and items, and their indices: those to learn from, and a share held back.
 *
 * @throws RangeError where the share is less than one rating.
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
