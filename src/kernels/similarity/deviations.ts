import { transpose } from "../../sparse/transpose.js";
import type { SparseRows } from "./all-similarities.js";
import { addCommonSums } from "./common-sums.js";
import { collectAll, type SimilarityRows } from "./similarity-collector.js";

/** How many rows stand between two calls of `onRow`. */
const ROWS_PER_REPORT = 256;

/**
 * How much higher row x stands than row y on average, for every two rows that share at least `minCommon` columns:
 *
 *     deviation[x, y] = Σ over common columns (x − y) / n,     deviation[y, x] = −deviation[x, y]
 *
 * O(Σ over columns of their length² + rows²).
 */
export function deviations(
  { starts, indices, values, rowCount, columnCount }: SparseRows,
  minCommon: number,
  onRow: (row: number) => void,
): SimilarityRows {
  const columns = transpose(starts, indices, values, columnCount, new Uint8Array(rowCount).fill(1));
  const next = columns.starts.slice(0, columnCount);
  const sums = new Float64Array(2 * rowCount);
  const others = new Int32Array(rowCount);
  const there = new Float64Array(rowCount);
  const back = new Float64Array(rowCount);
  const collector = collectAll(rowCount);
  for (let x = 0; x < rowCount; x++) {
    if (x % ROWS_PER_REPORT === 0) onRow(x);
    const own = indices.subarray(starts[x], starts[x + 1]);
    for (let k = 0; k < own.length; k++) next[own[k]]++;
    addCommonSums("offsets", own, values.subarray(starts[x], starts[x + 1]), columns, next, sums);
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
  starts: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  into: Float64Array,
): void {
  const counts = new Int32Array(into.length);
  into.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const y = rows[k];
    for (let entry = starts[y]; entry < starts[y + 1]; entry++) {
      const x = columns[entry];
      into[x] -= values[entry];
      counts[x]++;
    }
  }
  for (let x = 0; x < into.length; x++) into[x] = offset + (counts[x] === 0 ? 0 : into[x] / counts[x]);
}
