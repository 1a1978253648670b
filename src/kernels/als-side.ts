import { choleskySolve } from "./cholesky.js";

/**
 * Solves for the factors of every row while those of the columns stay: for row x with n entries,
 *
 *     (Σ other otherᵀ + n × regularization × I) factors = Σ value × other
 *
 * over its entries, `values` being what the factors are to explain. Rows without entries become 0. O(entries × width² +
 * rows × width³).
 */
export function solveAlsSide(
  starts: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  width: number,
  regularization: number,
  others: Float64Array,
  into: Float64Array,
): void {
  const matrix = new Float64Array(width * width);
  const vector = new Float64Array(width);
  for (let row = 0; row < starts.length - 1; row++) {
    const n = starts[row + 1]! - starts[row]!;
    matrix.fill(0);
    vector.fill(0);
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const other = columns[k]! * width;
      for (let a = 0; a < width; a++) {
        const value = others[other + a]!;
        vector[a]! += values[k]! * value;
        for (let b = 0; b <= a; b++) matrix[a * width + b]! += value * others[other + b]!;
      }
    }
    // Never quite 0, so that there is one solution however few entries there are.
    for (let a = 0; a < width; a++) matrix[a * width + a]! += Math.max(n * regularization, 1e-9);
    choleskySolve(matrix, vector);
    into.set(vector, row * width);
  }
}
