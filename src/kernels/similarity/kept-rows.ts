import { topIndices } from "../../math/top-n.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SparseRow } from "../../sparse/row-of.js";

/** Rows between two calls of `onRow`. */
const ROWS_PER_REPORT = 64;

/**
 * A square sparse matrix from rows that are computed one at a time. Of each row the `keep` values
 * of largest magnitude are stored, of equal ones those of the first columns; zeros are not. O(rows²
 * + cost of `fill`) time; memory for the stored values. Reference: `keptWeights` in
 * src/reference/kept-entries.ts.
 *
 * @param fill adds a row's values to `into`, which is all 0 before
 */
export function keptRows(
  rowCount: number,
  keep: number,
  fill: (row: number, into: Float64Array) => void,
  onRow: (row: number) => void,
): CsrMatrix {
  const starts = new Int32Array(rowCount + 1);
  const kept: SparseRow[] = [];
  const dense = new Float64Array(rowCount);
  const filled = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_PER_REPORT === 0) onRow(row);
    dense.fill(0);
    fill(row, dense);
    let count = 0;
    for (let k = 0; k < rowCount; k++) if (dense[k] !== 0) filled[count++] = k;
    const indices = largest(filled.slice(0, count), dense, keep);
    kept.push({ indices, values: Float64Array.from(indices, (k) => dense[k]) });
    starts[row + 1] = starts[row] + indices.length;
  }
  onRow(rowCount);
  const indices = new Int32Array(starts[rowCount]);
  const values = new Float64Array(indices.length);
  for (const [row, stored] of kept.entries()) {
    indices.set(stored.indices, starts[row]);
    values.set(stored.values, starts[row]);
  }
  return CsrMatrix.fromRows({ starts, indices, values, columnCount: rowCount });
}

/** The columns of the values of largest magnitude, of equal ones the first; ascending. */
function largest(columns: Int32Array, values: Float64Array, keep: number): Int32Array {
  if (columns.length <= keep) return columns;
  const magnitudes = Float64Array.from(columns, (column) => Math.abs(values[column]));
  return topIndices(magnitudes, keep)
    .sort()
    .map((k) => columns[k]);
}
