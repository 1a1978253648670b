import type { CsrMatrix } from "./csr-matrix.js";
import { rowSquares } from "./row-squares.js";

/** The Euclidean norm of each row. O(entries). */
export function rowNorms(matrix: CsrMatrix): Float64Array {
  return rowSquares(matrix).map(Math.sqrt);
}
