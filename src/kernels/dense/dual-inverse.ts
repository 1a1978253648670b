import { addCommonSums } from "../similarity/common-sums.js";

/**
 * The inverse for the columns of a sparse matrix X out of the one for its rows, where those are fewer (Woodbury):
 *
 *     λ (XᵀX + λ I)⁻¹ = I − Xᵀ K X,  K = (X Xᵀ + λ I)⁻¹
 *
 * row by row in a flat array, both halves. O(entries × (rows + columns)); rows × columns numbers beside the result.
 *
 * @param starts of X by rows, whose entries are `columns` and `values`
 * @param columnStarts of X by columns, whose entries are `rows` and `columnValues`
 * @param inverse K, row by row
 */
export function dualInverse(
  starts: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  columnStarts: Int32Array,
  rows: Int32Array,
  columnValues: Float64Array,
  inverse: Float64Array,
): Float64Array {
  const rowCount = starts.length - 1;
  const n = columnStarts.length - 1;
  const allRows = new Int32Array(rowCount).map((_, row) => row);
  const matrix = { starts, rows: columns, values };
  const spread = new Float64Array(rowCount * n); // K X
  for (let u = 0; u < rowCount; u++) {
    const weights = inverse.subarray(u * rowCount, (u + 1) * rowCount);
    addCommonSums("dots", allRows, weights, matrix, starts, spread.subarray(u * n, (u + 1) * n));
  }
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    result[i * n + i] = 1;
    for (let k = columnStarts[i]; k < columnStarts[i + 1]; k++) {
      const x = columnValues[k];
      const row = rows[k] * n;
      for (let j = 0; j <= i; j++) result[i * n + j] -= x * spread[row + j];
    }
    for (let j = 0; j < i; j++) result[j * n + i] = result[i * n + j];
  }
  return result;
}
