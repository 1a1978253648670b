import { choleskySolution } from "./cholesky.js";

/**
 * The inverse of a symmetric positive definite matrix A. Its column j is the solution x of A x = e,
 * where e is 1 at place j and 0 elsewhere; as the inverse is symmetric, that is also its row j.
 * Reference for `kernels/dense/invert-positive-definite.ts` and `kernels/dense/dual-inverse.ts`.
 * O(n⁴).
 *
 * @throws RangeError if A is not positive definite.
 */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const unit = (j: number) => matrix.map((_, i) => (i === j ? 1 : 0));
  return matrix.map((_, j) => choleskySolution(matrix, unit(j)));
}
