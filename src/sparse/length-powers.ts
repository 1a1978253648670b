import type { CsrMatrix } from "./csr-matrix.js";

/** The number of entries of each row over the mean of all rows, to a power. */
export function lengthPowers(matrix: CsrMatrix, power: number): Float64Array {
  const mean = matrix.count / matrix.rowCount;
  return new Float64Array(matrix.rowCount).map(
    (_, row) => (Math.max(1, matrix.rowLength(row)) / mean) ** power,
  );
}
