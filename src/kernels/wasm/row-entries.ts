import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** The most entries that so many different rows have. O(rows × log rows). */
export function mostEntries({ starts }: CsrMatrix, rows: number): number {
  const lengths = Int32Array.from({ length: starts.length - 1 }, (_, row) => starts[row + 1] - starts[row]);
  const longest = lengths.sort().subarray(Math.max(0, lengths.length - rows));
  return longest.reduce((sum, length) => sum + length, 0);
}

/** The entries of some rows together. */
export function entriesOf({ starts }: CsrMatrix, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + starts[row + 1] - starts[row], 0);
}
