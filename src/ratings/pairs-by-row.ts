import { orderByRow, rowStarts } from "../sparse/csr-matrix.js";

/**
 * The positions of pairs ordered by their row, unknown rows (-1) first. A stable counting sort,
 * O(pairs + rows).
 */
export function pairsByRow(rows: Int32Array, rowCount: number): Int32Array {
  const shifted = rows.map((row) => row + 1);
  return orderByRow(shifted, rowStarts(shifted, rowCount + 1));
}
