import { fastDot } from "./fast-dot.js";

/**
 * Solves A x = b for a symmetric positive definite A of n × n, row by row in a flat array. Its
 * lower half is read and overwritten by its Cholesky factor; x overwrites b. Returns false where A
 * is not positive definite, as far as rounding lets one decide. O(n³). Reference:
 * `choleskySolution` in src/reference/cholesky.ts.
 */
export function choleskySolve(matrix: Float64Array, vector: Float64Array): boolean {
  const n = vector.length;
  for (let column = 0; column < n; column++) {
    // A column that is a combination of others leaves a pivot that is rounding error only.
    const floor = matrix[column * n + column] * n * Number.EPSILON;
    for (let row = column; row < n; row++) {
      const sum = matrix[row * n + column] - fastDot(matrix, matrix, row * n, column * n, column);
      if (row > column) {
        matrix[row * n + column] = sum / matrix[column * n + column];
      } else if (sum > floor) {
        matrix[row * n + column] = Math.sqrt(sum);
      } else {
        return false;
      }
    }
  }
  for (let row = 0; row < n; row++) {
    let sum = vector[row];
    for (let k = 0; k < row; k++) sum -= matrix[row * n + k] * vector[k];
    vector[row] = sum / matrix[row * n + row];
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = vector[row];
    for (let k = row + 1; k < n; k++) sum -= matrix[k * n + row] * vector[k];
    vector[row] = sum / matrix[row * n + row];
  }
  return true;
}
