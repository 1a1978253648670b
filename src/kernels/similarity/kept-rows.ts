import { topIndices } from "../../math/top-n.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SparseRow } from "../../sparse/row-of.js";

/** How many rows stand between two calls of `onRow`. */
const ROWS_PER_REPORT = 64;

/**
 * The rows of a square matrix that is made one by one, of which only the `keep` numbers farthest from 0 are stored, 0 itself never.
 * O(rows² + what `fill` costs), and memory for what is stored.
 *
 * @param fill adds a row's numbers to `into`, which is 0 before
 */
export function keptRows(
  rowCount: number,
  keep: number,
  fill: (row: number, into: Float64Array) => void,
  onRow: (row: number) => void,
): CsrMatrix {
  const starts = new Int32Array(rowCount + 1);
  const kept: SparseRow[] = [];
  const numbers = new Float64Array(rowCount);
  const filled = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_PER_REPORT === 0) onRow(row);
    numbers.fill(0);
    fill(row, numbers);
    let count = 0;
    for (let k = 0; k < rowCount; k++) if (numbers[k] !== 0) filled[count++] = k;
    const indices = farthest(filled.slice(0, count), numbers, keep);
    kept.push({ indices, values: Float64Array.from(indices, (k) => numbers[k]) });
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

/** The places, ascending, of the numbers farthest from 0, of equal ones the first. */
function farthest(places: Int32Array, numbers: Float64Array, keep: number): Int32Array {
  if (places.length <= keep) return places;
  const sizes = Float64Array.from(places, (place) => Math.abs(numbers[place]));
  return topIndices(sizes, keep)
    .sort()
    .map((k) => places[k]);
}
