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
  itemStarts: Int32Array,
  itemUsers: Int32Array,
  itemValues: Float64Array,
  userStarts: Int32Array,
  userItems: Int32Array,
  userValues: Float64Array,
  itemRegularization: number,
  userRegularization: number,
  itemBiases: Float64Array,
  userBiases: Float64Array,
): void {
  solveBiases(mean, itemStarts, itemUsers, itemValues, userBiases, itemRegularization, itemBiases);
  solveBiases(mean, userStarts, userItems, userValues, itemBiases, userRegularization, userBiases);
}

function solveBiases(
  mean: number,
  starts: Int32Array,
  others: Int32Array,
  values: Float64Array,
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
  userStarts: Int32Array,
  userItems: Int32Array,
  userValues: Float64Array,
  learningRate: number,
  regularization: number,
  itemBiases: Float64Array,
  userBiases: Float64Array,
): void {
  for (let u = 0; u < userBiases.length; u++) {
    for (let k = userStarts[u]; k < userStarts[u + 1]; k++) {
      const i = userItems[k];
      const error = userValues[k] - (mean + userBiases[u] + itemBiases[i]);
      userBiases[u] += learningRate * (error - regularization * userBiases[u]);
      itemBiases[i] += learningRate * (error - regularization * itemBiases[i]);
    }
  }
}
