import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { addCommonSums } from "./common-sums.js";
import { collectAll } from "./similarity-collector.js";

/** Rows between two calls of `onRow`. */
const ROWS_PER_REPORT = 256;

/**
 * The mean difference of every two rows x and y that share n ≥ `minCommon` columns:
 *
 *     deviation[x, y] = Σ over common columns (x − y) / n,     deviation[y, x] = −deviation[x, y]
 *
 * O(Σ over columns of their length² + rows²). Reference: src/reference/slope-one.ts.
 */
export function deviations(matrix: CsrMatrix, minCommon: number, onRow: (row: number) => void): CsrMatrix {
  const { rowCount, columnCount } = matrix;
  const columns = transpose(matrix);
  const next = columns.starts.slice(0, columnCount);
  const sums = new Float64Array(2 * rowCount);
  const others = new Int32Array(rowCount);
  const forward = new Float64Array(rowCount);
  const reverse = new Float64Array(rowCount);
  const collector = collectAll(rowCount);
  for (let x = 0; x < rowCount; x++) {
    if (x % ROWS_PER_REPORT === 0) onRow(x);
    const own = rowOf(matrix, x);
    for (let k = 0; k < own.indices.length; k++) next[own.indices[k]]++;
    addCommonSums("offsets", own, columns, next, sums);
    let count = 0;
    for (let y = x + 1; y < rowCount; y++) {
      const n = sums[2 * y];
      if (n < minCommon) continue;
      others[count] = y;
      forward[count] = sums[2 * y + 1] / n;
      reverse[count] = -forward[count];
      count++;
    }
    collector.add(x, others, forward, reverse, count);
    sums.fill(0, 2 * (x + 1));
  }
  onRow(rowCount);
  return collector.rows();
}

/**
 * Writes the score of every row x:
 *
 *     score[x] = offset + Σ deviation[x, y] / n
 *
 * over the n of the given rows y that have a deviation from x; the offset alone if n is 0.
 * O(entries of the given rows + rows). Reference: src/reference/slope-one.ts.
 */
export function addDeviations(
  rows: Int32Array,
  offset: number,
  { starts, indices, values }: CsrMatrix,
  into: Float64Array,
): void {
  const counts = new Int32Array(into.length);
  into.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const y = rows[k];
    for (let entry = starts[y]; entry < starts[y + 1]; entry++) {
      const x = indices[entry];
      into[x] -= values[entry];
      counts[x]++;
    }
  }
  for (let x = 0; x < into.length; x++) into[x] = offset + (counts[x] === 0 ? 0 : into[x] / counts[x]);
}
