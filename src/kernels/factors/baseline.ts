import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Biases of users and items by alternating least squares: each item's, then each user's, is the best while the others
 * stay, pulled towards 0:
 *
 *     itemBias = Σ over its raters (rating − mean − userBias) / (itemRegularization + its ratings)
 *
 * and likewise for users. Rows come by item and by user. O(iterations × ratings). Koren 2010, section 2.1.
 */
export function baselineByAls(
  mean: number,
  byItem: CsrMatrix,
  byUser: CsrMatrix,
  itemRegularization: number,
  userRegularization: number,
  itemBiases: Float64Array,
  userBiases: Float64Array,
): void {
  solveBiases(mean, byItem, userBiases, itemRegularization, itemBiases);
  solveBiases(mean, byUser, itemBiases, userRegularization, userBiases);
}

function solveBiases(
  mean: number,
  { starts, indices: others, values }: CsrMatrix,
  otherBiases: Float64Array,
  regularization: number,
  into: Float64Array,
): void {
  for (let row = 0; row < into.length; row++) {
    let sum = 0;
    for (let k = starts[row]; k < starts[row + 1]; k++) sum += values[k] - mean - otherBiases[others[k]];
    into[row] = sum / (regularization + starts[row + 1] - starts[row]);
  }
}

/**
 * One pass of stochastic gradient descent over all ratings, user by user:
 *
 *     error = rating − mean − userBias − itemBias
 *     bias += learningRate × (error − regularization × bias)
 *
 * O(ratings).
 */
export function baselineBySgd(
  mean: number,
  { starts, indices: items, values }: CsrMatrix,
  learningRate: number,
  regularization: number,
  itemBiases: Float64Array,
  userBiases: Float64Array,
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
