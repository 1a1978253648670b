import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { BprRates } from "./bpr.js";
import { scoreDifference, stepBiases, stepPair } from "./pair-step.js";
import type { UserItemFactors } from "./user-item-factors.js";

/** How {@link warpPass} updates biases and factors. */
export interface WarpRates extends BprRates {
  /** How many items are drawn for a rating at most. */
  readonly trials: number;
}

/**
 * One epoch of WARP, user by user in the given order. For each entry i of the user's row of
 * `rated`, items that the user has not rated are drawn until the score of one, j, is above the
 * score of i − 1. The number of draws N estimates the rank of i among the n unrated items as
 * ⌊n / N⌋, and the step goes down the gradient of
 *
 *     weights[⌊n / N⌋] × (1 − score of i + score of j) + regularization / 2 × Σ squares
 *
 * with score = itemBias + userFactors · itemFactors. A rating for which `trials` draws find no such
 * item changes nothing. O(ratings × trials × factors). Weston, Bengio and Usunier, WSABIE: scaling
 * up to large vocabulary image annotation, IJCAI 2011. Reference: `warpStep` in
 * src/reference/factors/warp.ts.
 *
 * @param draw an item that a user has not rated, at random
 * @param weights of each rank from 0 to the number of items
 */
export function warpPass(
  order: Int32Array,
  { starts, indices: rated, columnCount }: CsrMatrix,
  draw: (user: number) => number,
  weights: Float64Array,
  itemBiases: Float64Array,
  { user, item }: UserItemFactors,
  { learningRate, regularization, biased, trials }: WarpRates,
): void {
  const decay = 1 - learningRate * regularization;
  for (let n = 0; n < order.length; n++) {
    const u = order[n];
    const unrated = columnCount - (starts[u + 1] - starts[u]);
    if (unrated === 0) continue;
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const i = rated[k];
      for (let drawn = 1; drawn <= trials; drawn++) {
        const j = draw(u);
        if (scoreDifference(itemBiases, user, u, item, i, j) >= 1) continue;
        const step = learningRate * weights[Math.floor(unrated / drawn)];
        if (biased === 1) stepBiases(itemBiases, i, j, decay, step);
        stepPair(user, u, item, i, j, decay, step);
        break;
      }
    }
  }
}

/**
 * The weight of each rank from 0 to `count`: 1 + ½ + … + 1 / rank. Reference: `rankWeight` in
 * src/reference/factors/warp.ts.
 */
export function rankWeights(count: number): Float64Array {
  const weights = new Float64Array(count + 1);
  for (let rank = 1; rank <= count; rank++) weights[rank] = weights[rank - 1] + 1 / rank;
  return weights;
}
