import type { CsrMatrix } from "./csr-matrix.js";

/**
 * A row as a dense array: writes its values into `into` at their columns and leaves other columns
 * as they are. Without `into`, a new array with NaN at columns without an entry. O(entries of the
 * row), or O(columns) without `into`.
 */
export function denseRow(
  { starts, indices, values, columnCount }: CsrMatrix,
  row: number,
  into: Float64Array = new Float64Array(columnCount).fill(Number.NaN),
): Float64Array {
  const end = starts[row + 1];
  for (let k = starts[row]; k < end; k++) into[indices[k]] = values[k];
  return into;
}

/** Undoes {@link denseRow}: writes NaN at the columns of a row. O(entries of the row). */
export function clearRow({ starts, indices }: CsrMatrix, row: number, into: Float64Array): void {
  const end = starts[row + 1];
  for (let k = starts[row]; k < end; k++) into[indices[k]] = Number.NaN;
}
