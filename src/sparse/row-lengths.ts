import type { CsrMatrix } from "./csr-matrix.js";

/** The number of entries of each row. O(rows). */
export function rowLengths({ rowCount, starts }: CsrMatrix): Int32Array {
  const lengths = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) lengths[row] = starts[row + 1] - starts[row];
  return lengths;
}
