import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { choleskySolve } from "../dense/cholesky.js";
import { addWeightedProducts } from "../dense/weighted-products.js";

/**
 * Solves for the factors x of every row while those y of the columns stay:
 *
 *     (base + Σ weight × y yᵀ + pull × I) x = Σ target × y
 *
 * over the row's entries, by Cholesky's way. `base`, of width × width with its lower half read, is what all rows have in common;
 * `pulls` has a number for each row. Rows without entries become 0. Returns the first row whose matrix is not positive
 * definite, and -1 where all are. O(entries × width² + rows × width³).
 */
export function solveAlsSide(
  { starts, indices: columns, values: weights, rowCount }: CsrMatrix,
  targets: Float64Array,
  pulls: Float64Array,
  base: Float64Array,
  width: number,
  others: Float64Array,
  into: Float64Array,
): number {
  const matrix = new Float64Array(width * width);
  const vector = new Float64Array(width);
  for (let row = 0; row < rowCount; row++) {
    const [start, end] = [starts[row], starts[row + 1]];
    matrix.set(base);
    vector.fill(0);
    addWeightedProducts(columns, weights, start, end, others, width, matrix);
    for (let a = 0; a < width; a++) matrix[a * width + a] += pulls[row];
    for (let k = start; k < end; k++) {
      const y = columns[k] * width;
      for (let a = 0; a < width; a++) vector[a] += targets[k] * others[y + a];
    }
    if (start < end && !choleskySolve(matrix, vector)) return row;
    into.set(vector, row * width);
  }
  return -1;
}
