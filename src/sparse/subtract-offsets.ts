import { CsrMatrix } from "./csr-matrix.js";

/**
 * The matrix with `rowOffsets[row] + columnOffsets[column]` subtracted from each value. O(entries).
 */
export function subtractOffsets(
  matrix: CsrMatrix,
  rowOffsets: Float64Array,
  columnOffsets: Float64Array,
): CsrMatrix {
  const { starts, indices, rowCount } = matrix;
  const values = matrix.values.slice();
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffsets[row];
    for (let k = starts[row]; k < starts[row + 1]; k++) values[k] -= offset + columnOffsets[indices[k]];
  }
  return CsrMatrix.fromRows({ ...matrix, values });
}
