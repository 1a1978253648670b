import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { addCommonDots } from "../similarity/common-dots.js";

/**
 * The inverse for the columns of a sparse matrix X from the inverse for its rows, which is cheaper
 * where there are fewer rows (Woodbury):
 *
 *     λ (XᵀX + λ I)⁻¹ = I − Xᵀ K X,  K = (X Xᵀ + λ I)⁻¹
 *
 * row by row in a flat array, both halves. O(entries × (rows + columns)), and memory for rows ×
 * columns numbers in addition to the result. Reference: `inverse` in src/reference/inverse.ts, of
 * XᵀX / λ + I.
 *
 * @param byColumn the transpose of X, which is `byRow`
 * @param inverse K, row by row
 */
export function dualInverse(byRow: CsrMatrix, byColumn: CsrMatrix, inverse: Float64Array): Float64Array {
  const { rowCount, columnCount: n } = byRow;
  const allRows = new Int32Array(rowCount).map((_, row) => row);
  const spread = new Float64Array(rowCount * n); // K X
  for (let u = 0; u < rowCount; u++) {
    const weights = { indices: allRows, values: inverse.subarray(u * rowCount, (u + 1) * rowCount) };
    addCommonDots(weights, byRow, spread.subarray(u * n, (u + 1) * n));
  }
  const { starts, indices: rows, values } = byColumn;
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    result[i * n + i] = 1;
    for (let k = starts[i]; k < starts[i + 1]; k++) {
      const x = values[k];
      const row = rows[k] * n;
      for (let j = 0; j <= i; j++) result[i * n + j] -= x * spread[row + j];
    }
    for (let j = 0; j < i; j++) result[j * n + i] = result[i * n + j];
  }
  return result;
}
