import type { CsrMatrix } from "./csr-matrix.js";

/**
 * The value at a row and column, NaN without an entry. Columns must ascend within each row.
 * A binary search, O(log of the row's length).
 */
export function valueAt({ starts, indices, values }: CsrMatrix, row: number, column: number): number {
  let low = starts[row];
  let high = starts[row + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (indices[middle] === column) return values[middle];
    if (indices[middle] < column) low = middle + 1;
    else high = middle - 1;
  }
  return Number.NaN;
}
