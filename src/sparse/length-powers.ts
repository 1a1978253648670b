import type { CsrMatrix } from "./csr-matrix.js";

/**
 * For each row
 *
 *     (entries of the row / mean entries of all rows) ** power,
 *
 * where an empty row counts as one entry. O(rows).
 */
export function lengthPowers(matrix: CsrMatrix, power: number): Float64Array {
  const mean = matrix.count / matrix.rowCount;
  return new Float64Array(matrix.rowCount).map(
    (_, row) => (Math.max(1, matrix.rowLength(row)) / mean) ** power,
  );
}
