import type { CsrMatrix } from "./csr-matrix.js";

/**
 * The value at a row and column, NaN without an entry. Columns must ascend within each row.
 * A binary search, O(log of min(the row's length, the columns without an entry)).
 */
export function valueAt(
  { starts, indices, values, columnCount }: CsrMatrix,
  row: number,
  column: number,
): number {
  // A column has at most `column` entries before it, and `columnCount - 1 - column` after it.
  let low = Math.max(starts[row], starts[row + 1] - columnCount + column);
  let high = Math.min(starts[row + 1] - 1, starts[row] + column);
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (indices[middle] === column) return values[middle];
    if (indices[middle] < column) low = middle + 1;
    else high = middle - 1;
  }
  return Number.NaN;
}
