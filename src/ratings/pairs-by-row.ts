import { orderByRow } from "../sparse/csr-matrix.js";

/** The positions of pairs, those of unknown rows (-1) first, then row by row. */
export function pairsByRow(rows: Int32Array, rowCount: number): Int32Array {
  const shifted = rows.map((row) => row + 1);
  const starts = new Int32Array(rowCount + 2);
  for (const row of shifted) starts[row + 1]++;
  for (let row = 0; row <= rowCount; row++) starts[row + 1] += starts[row];
  return orderByRow(shifted, starts);
}
