import { rowOf } from "../../sparse/row-of.js";
import type { FittedModel } from "../contract/model.js";

/** Mean and standard deviation of one model's scores of the items that a user has not rated. */
export interface Spread {
  readonly mean: number;
  /** The standard deviation. */
  readonly deviation: number;
  /** The lowest standard score. */
  readonly lowest: number;
}

/**
 * The {@link Spread} of the scores of all items but those seen, without NaN; all 0 where no score
 * is left. O(items).
 */
export function spreadOf(scores: Float64Array, seen: Int32Array): Spread {
  const isSeen = new Uint8Array(scores.length);
  for (const item of seen) isSeen[item] = 1;
  const unseen = new Float64Array(scores.length);
  let count = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item];
    if (isSeen[item] === 1 || Number.isNaN(score)) continue;
    unseen[count++] = score;
    sum += score;
    least = Math.min(least, score);
  }
  if (count === 0) return { mean: 0, deviation: 0, lowest: 0 };
  const mean = sum / count;
  let squares = 0;
  for (let k = 0; k < count; k++) squares += (unseen[k] - mean) ** 2;
  const deviation = Math.sqrt(squares / count);
  return { mean, deviation, lowest: deviation === 0 ? 0 : (least - mean) / deviation };
}

/**
 * A score in standard deviations above the mean, so that scores of different models can be added
 * up:
 *
 *     (score − mean) / deviation
 *
 * For NaN the lowest of the model, which has no reason to recommend the item; 0 where all scores
 * are equal.
 */
export function standardScore(score: number, { mean, deviation, lowest }: Spread): number {
  if (Number.isNaN(score)) return lowest;
  return deviation === 0 ? 0 : (score - mean) / deviation;
}

/** A model's standard scores of all items for a user, NaN for those the user has rated. */
export function unseenStandardScores(model: FittedModel, userIndex: number): Float32Array {
  const { items, byUser } = model.ratings;
  const seen = rowOf(byUser, userIndex).indices;
  const scores = new Float64Array(items.size);
  model.scoreItems(userIndex, scores);
  const spread = spreadOf(scores, seen);
  const standard = new Float32Array(items.size);
  for (let item = 0; item < items.size; item++) standard[item] = standardScore(scores[item], spread);
  for (const item of seen) standard[item] = Number.NaN;
  return standard;
}
