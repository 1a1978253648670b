import type { CsrMatrix } from "./csr-matrix.js";

/** The sum of squares of each row's values. O(entries). */
export function rowSquares({ starts, values, rowCount }: CsrMatrix): Float64Array {
  const sums = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++) sums[row] += values[k] * values[k];
  }
  return sums;
}
