import type { CsrMatrix } from "./csr-matrix.js";

/**
 * The input positions of a row's entries, in their order, as a new array. O(entries of the row).
 */
export function rowPositions({ starts, order }: CsrMatrix, row: number): Int32Array {
  const start = starts[row];
  const end = starts[row + 1];
  return order ? order.slice(start, end) : new Int32Array(end - start).map((_, k) => start + k);
}
