import { topIndicesInto } from "../../math/top-n.js";
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
  const magnitudes = new Float64Array(rowCount);
  const top = new Int32Array(Math.min(keep, rowCount));
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_PER_REPORT === 0) onRow(row);
    dense.fill(0);
    fill(row, dense);
    let count = 0;
    for (let k = 0; k < rowCount; k++) {
      magnitudes[count] = Math.abs(dense[k]);
      filled[count] = k;
      count += Number(dense[k] !== 0);
    }
    let indices = filled.slice(0, count);
    if (count > keep) {
      const largest = top.subarray(0, topIndicesInto(magnitudes, top, count)).sort();
      indices = largest.map((k) => filled[k]);
    }
    const values = new Float64Array(indices.length);
    for (let k = 0; k < indices.length; k++) values[k] = dense[indices[k]];
    kept.push({ indices, values });
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
