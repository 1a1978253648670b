import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { addWeightedProducts } from "../dense/weighted-products.js";

/** Where no factor moves by more than this share of the largest, the row is solved. */
const NEAR_ENOUGH = 1e-14;

/**
 * As {@link solveAlsSide}, for factors x of which none is below 0: least of
 *
 *     ½ xᵀ (base + Σ weight × y yᵀ + pull × I) x − (Σ target × y)ᵀ x     over x ≥ 0
 *
 * by coordinate descent from where `into` is, one factor after another taking its best value, in at most `passes` rounds. A factor
 * that makes no difference becomes 0, and so do rows without entries. O(entries × width² + rows × passes × width²).
 */
export function solvePositiveAlsSide(
  { starts, indices: columns, values: weights, rowCount }: CsrMatrix,
  targets: Float64Array,
  pulls: Float64Array,
  base: Float64Array,
  width: number,
  others: Float64Array,
  passes: number,
  into: Float64Array,
): void {
  const matrix = new Float64Array(width * width);
  const vector = new Float64Array(width);
  for (let row = 0; row < rowCount; row++) {
    const [start, end] = [starts[row], starts[row + 1]];
    matrix.set(base);
    vector.fill(0);
    addWeightedProducts(columns, weights, start, end, others, width, matrix);
    for (let k = start; k < end; k++) {
      const y = columns[k] * width;
      for (let a = 0; a < width; a++) vector[a] += targets[k] * others[y + a];
    }
    descend(matrix, vector, pulls[row], passes, into.subarray(row * width, (row + 1) * width));
  }
}

/** Of the matrix the lower half is read. */
function descend(
  matrix: Float64Array,
  vector: Float64Array,
  pull: number,
  passes: number,
  x: Float64Array,
): void {
  const width = x.length;
  for (let pass = 0; pass < passes; pass++) {
    let largest = 0;
    let largestChange = 0;
    for (let a = 0; a < width; a++) {
      let rest = vector[a];
      for (let b = 0; b < a; b++) rest -= matrix[a * width + b] * x[b];
      for (let b = a + 1; b < width; b++) rest -= matrix[b * width + a] * x[b];
      const square = matrix[a * width + a] + pull;
      const best = square === 0 ? 0 : Math.max(0, rest / square);
      largest = Math.max(largest, best);
      largestChange = Math.max(largestChange, Math.abs(best - x[a]));
      x[a] = best;
    }
    if (largestChange <= NEAR_ENOUGH * largest) return;
  }
}
