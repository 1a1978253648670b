import { sum } from "../math/sum.js";

/**
 * The weights of EASE between the columns of a table X (users × items), which best reconstruct each
 * user's items from the user's other items,
 *
 *     P = (XᵀX + λ I)⁻¹     B[i, j] = −P[i, j] / P[j, j]     B[i, i] = 0
 *
 * λ, the `regularization`, keeps weights small. Reference for `Ease`. O(rows × columns² +
 * columns³). Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019.
 *
 * @returns the weights B: from each item (row) to each other item (column)
 */
export function easeWeights(table: readonly (readonly number[])[], regularization: number): number[][] {
  const items = [...table[0].keys()];
  const common = items.map((i) => items.map((j) => sum(table.map((row) => row[i] * row[j]))));
  const inverse = inverted(common.map((row, i) => row.map((n, j) => (i === j ? n + regularization : n))));
  return items.map((i) => items.map((j) => (i === j ? 0 : -inverse[i][j] / inverse[j][j])));
}

/**
 * The inverse of a symmetric positive definite matrix by Gauss-Jordan elimination: row operations
 * that turn the matrix into the identity turn the identity, appended on the right, into the
 * inverse.
 */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  let rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (const pivot of matrix.keys()) {
    const unit = rows[pivot].map((value) => value / rows[pivot][pivot]);
    rows = rows.map((row, i) => (i === pivot ? unit : row.map((value, k) => value - row[pivot] * unit[k])));
  }
  return rows.map((row) => row.slice(matrix.length));
}
