import type { CsrMatrix } from "./csr-matrix.js";

/** How many entries each row of the matrix has. */
export function rowLengths({ rowCount, starts }: CsrMatrix): Int32Array {
  const lengths = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) lengths[row] = starts[row + 1] - starts[row];
  return lengths;
}
