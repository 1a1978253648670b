import { dot } from "../math/dot.js";

/**
 * The Cholesky factor of a symmetric positive definite matrix A: the lower triangular L, with a
 * positive diagonal, for which A = L Lᵀ. Row by row,
 *
 *     L[i, j] = (A[i, j] − Σ over k < j: L[i, k] L[j, k]) / L[j, j]     for j < i
 *     L[i, i] = √(A[i, i] − Σ over k < i: L[i, k]²)
 *
 * Only the lower half of A is read. O(n³).
 *
 * @returns the rows of L, each up to the diagonal
 * @throws RangeError if A is not positive definite.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  for (const [i, values] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j < i; j++) row.push((values[j] - dot(row, factor[j].slice(0, j))) / factor[j][j]);
    const pivot = values[i] - dot(row, row);
    if (!(pivot > 0)) throw new RangeError(`not positive definite: the pivot of row ${i} is ${pivot}`);
    row.push(Math.sqrt(pivot));
    factor.push(row);
  }
  return factor;
}

/**
 * The solution x of A x = b for a symmetric positive definite A: with A = L Lᵀ, first L y = b from
 * the top, then Lᵀ x = y from the bottom. Reference for `kernels/dense/cholesky.ts`. O(n³).
 *
 * @throws RangeError if A is not positive definite.
 */
export function choleskySolution(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): number[] {
  const factor = choleskyFactor(matrix);
  const y: number[] = [];
  for (const [i, row] of factor.entries()) y.push((vector[i] - dot(y, row.slice(0, i))) / row[i]);
  const x = [...y];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= factor[k][i] * x[k];
    x[i] /= factor[i][i];
  }
  return x;
}
