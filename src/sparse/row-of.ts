import type { CsrMatrix } from "./csr-matrix.js";

/** The entries of one row: their columns and values. */
export type SparseRow = Pick<CsrMatrix, "indices" | "values">;

/** The entries of a row, as views into the matrix; none for an unknown row. O(1). */
export function rowOf({ starts, indices, values }: CsrMatrix, row: number): SparseRow {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? start;
  return { indices: indices.subarray(start, end), values: values.subarray(start, end) };
}
