import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { Biases } from "./biases.js";

/**
 * Biases of users and items by one round of alternating least squares: each item's, then each
 * user's, minimizes the squared error with an L2 penalty while the others are fixed:
 *
 *     itemBias = Σ over its n ratings (rating − mean − userBias) / (n + regularization.item)
 *
 * and likewise for users; 0 without ratings. Rows of `byItem` are items, rows of `byUser` users.
 * O(ratings). Koren, Factor in the neighbors, 2010, section 2.1. Reference:
 * src/reference/baseline.ts.
 */
export function baselineByAls(
  byItem: CsrMatrix,
  byUser: CsrMatrix,
  { mean, user: userBiases, item: itemBiases }: Biases,
  regularization: { readonly user: number; readonly item: number },
): void {
  solveBiases(mean, byItem, userBiases, regularization.item, itemBiases);
  solveBiases(mean, byUser, itemBiases, regularization.user, userBiases);
}

function solveBiases(
  mean: number,
  { starts, indices: others, values }: CsrMatrix,
  otherBiases: Float64Array,
  regularization: number,
  into: Float64Array,
): void {
  for (let row = 0; row < into.length; row++) {
    const count = starts[row + 1] - starts[row];
    let sum = 0;
    for (let k = starts[row]; k < starts[row + 1]; k++) sum += values[k] - mean - otherBiases[others[k]];
    into[row] = count === 0 ? 0 : sum / (regularization + count);
  }
}

/**
 * One epoch of stochastic gradient descent over all ratings, user by user:
 *
 *     error = rating − mean − userBias − itemBias
 *     bias += learningRate × (error − regularization × bias)
 *
 * Rows of `ratings` are users. O(ratings). Reference: src/reference/baseline.ts.
 */
export function baselineBySgd(
  { starts, indices: items, values }: CsrMatrix,
  { mean, user: userBiases, item: itemBiases }: Biases,
  { learningRate, regularization }: { readonly learningRate: number; readonly regularization: number },
): void {
  for (let u = 0; u < userBiases.length; u++) {
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const i = items[k];
      const error = values[k] - (mean + userBiases[u] + itemBiases[i]);
      userBiases[u] += learningRate * (error - regularization * userBiases[u]);
      itemBiases[i] += learningRate * (error - regularization * itemBiases[i]);
    }
  }
}
