import { orderByRow, rowStarts } from "../sparse/csr-matrix.js";

/** The positions of pairs, those of unknown rows (-1) first, then row by row. */
export function pairsByRow(rows: Int32Array, rowCount: number): Int32Array {
  const shifted = rows.map((row) => row + 1);
  return orderByRow(shifted, rowStarts(shifted, rowCount + 1));
}
