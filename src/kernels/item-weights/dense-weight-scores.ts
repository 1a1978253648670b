/**
 * Writes the score of every item j for a user with some items i,
 *
 *     score[j] = Σ value[i] × weight[i, j]     over the user's items i other than j
 *
 * NaN where the user has no other item than j. O(items of the user × items).
 * Reference: src/reference/item-weight-scores.ts.
 *
 * @param items the user's items, each once
 * @param values one per item of the user
 * @param weights n × n, row by row, 0 on the diagonal
 * @param into n scores
 */
export function denseWeightScores(
  items: Int32Array,
  values: Float64Array,
  weights: Float64Array,
  into: Float64Array,
): void {
  const n = into.length;
  into.fill(items.length === 0 ? Number.NaN : 0);
  for (let k = 0; k < items.length; k++) {
    const value = values[k];
    const row = items[k] * n;
    for (let j = 0; j < n; j++) into[j] += value * weights[row + j];
  }
  if (items.length === 1) into[items[0]] = Number.NaN;
}
