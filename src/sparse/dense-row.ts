import type { CsrMatrix } from "./csr-matrix.js";

/**
 * Writes the values of a row at their columns of `into` and returns it. What stands at other columns
 * stays; without `into` it is NaN. O(entries of the row), or O(columns) without `into`.
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

/** Writes NaN at the columns of a row, which undoes {@link denseRow}. O(entries of the row). */
export function clearRow({ starts, indices }: CsrMatrix, row: number, into: Float64Array): void {
  const end = starts[row + 1];
  for (let k = starts[row]; k < end; k++) into[indices[k]] = Number.NaN;
}
