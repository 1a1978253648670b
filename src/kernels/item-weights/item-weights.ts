import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Writes for every item j what the weights from some items i add up to,
 *
 *     score[j] = Σ value[i] × weight[i, j]
 *
 * the weights being n × n, row by row in a flat array, of which the diagonal does not count. NaN where no other item leads
 * to j. O(items × n).
 */
export function addDenseWeights(
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

/** The same where only some weights are there, by rows of entries. O(entries of the items' rows + n). */
export function addSparseWeights(
  items: Int32Array,
  values: Float64Array,
  { starts, indices, values: weights }: CsrMatrix,
  into: Float64Array,
): void {
  into.fill(Number.NaN);
  for (let k = 0; k < items.length; k++) {
    const value = values[k];
    for (let entry = starts[items[k]]; entry < starts[items[k] + 1]; entry++) {
      const j = indices[entry];
      const sum = into[j];
      into[j] = (Number.isNaN(sum) ? 0 : sum) + value * weights[entry];
    }
  }
}
