import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { addCommonSums } from "./common-sums.js";
import { collectAll } from "./similarity-collector.js";

/** How many rows stand between two calls of `onRow`. */
const ROWS_PER_REPORT = 256;

/**
 * How much higher row x stands than row y on average, for every two rows that share at least `minCommon` columns:
 *
 *     deviation[x, y] = Σ over common columns (x − y) / n,     deviation[y, x] = −deviation[x, y]
 *
 * O(Σ over columns of their length² + rows²).
 */
export function deviations(matrix: CsrMatrix, minCommon: number, onRow: (row: number) => void): CsrMatrix {
  const { rowCount, columnCount } = matrix;
  const columns = transpose(matrix);
  const next = columns.starts.slice(0, columnCount);
  const sums = new Float64Array(2 * rowCount);
  const others = new Int32Array(rowCount);
  const there = new Float64Array(rowCount);
  const back = new Float64Array(rowCount);
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
      there[count] = sums[2 * y + 1] / n;
      back[count] = -there[count];
      count++;
    }
    collector.add(x, others, there, back, count);
    sums.fill(0, 2 * (x + 1));
  }
  onRow(rowCount);
  return collector.rows();
}

/**
 * Writes for every row x
 *
 *     score[x] = offset + Σ deviation[x, y] / n
 *
 * over those n of some rows y that it has a deviation from, and the offset alone where there is none. O(entries of those rows + rows).
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
