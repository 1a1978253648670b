import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Writes the score of every item j for a user with some items i,
 *
 *     score[j] = Σ value[i] × weight[i, j]     over the user's items i with a weight to j
 *
 * NaN where there is no such weight. O(weights of the user's items + items).
 * Reference: src/reference/item-weight-scores.ts.
 *
 * @param items the user's items, each once
 * @param values one per item of the user
 * @param weights by row: row i holds the weights from item i
 * @param into a score per item
 */
export function sparseWeightScores(
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
