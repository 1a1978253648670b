import type { Factors } from "../dense/factors.js";

/** Ratings by user index and item index, in any order. */
export interface RatingTriplets {
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
}

/**
 * The cost of factorizing all ratings at once, and its gradient:
 *
 *     J = ½ Σ over ratings (itemFactors · userFactors − rating)²
 *         + λ/2 (Σ itemFactors² + Σ userFactors²)
 *
 * `factors` holds the rows of all `itemCount` items, then those of users; `gradient` likewise.
 * O((ratings + users + items) × width). Reference: src/reference/factors/batch-cost.ts.
 */
export function batchCost(
  { userIndices, itemIndices, values }: RatingTriplets,
  itemCount: number,
  { values: factors, width }: Factors,
  regularization: number,
  gradient: Float64Array,
): number {
  let squares = 0;
  for (let k = 0; k < factors.length; k++) {
    gradient[k] = regularization * factors[k];
    squares += factors[k] * factors[k];
  }
  let cost = (regularization / 2) * squares;
  for (let row = 0; row < values.length; row++) {
    const i = itemIndices[row] * width;
    const u = (itemCount + userIndices[row]) * width;
    let error = -values[row];
    for (let f = 0; f < width; f++) error += factors[i + f] * factors[u + f];
    cost += 0.5 * error * error;
    for (let f = 0; f < width; f++) {
      gradient[i + f] += error * factors[u + f];
      gradient[u + f] += error * factors[i + f];
    }
  }
  return cost;
}
