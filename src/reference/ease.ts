import { sum } from "../math/sum.js";

/**
 * The weights of EASE, written to be read: from each column of a table (users × items) to each other one. `kernels/invert-positive-definite.ts`
 * is the fast way to the inverse. O(rows × columns² + columns³). Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019.
 */
export function easeWeights(table: readonly (readonly number[])[], regularization: number): number[][] {
  const items = table[0].map((_, item) => item);
  const common = items.map((i) => items.map((j) => sum(table.map((row) => row[i] * row[j]))));
  const inverse = inverted(common.map((row, i) => row.map((n, j) => (i === j ? n + regularization : n))));
  return items.map((i) => items.map((j) => (i === j ? 0 : -inverse[i][j] / inverse[j][j])));
}

/** The inverse of a symmetric positive definite matrix by Gauss and Jordan: its rows, and those of 1 beside them, until it has become 1. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  let rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (const pivot of matrix.keys()) {
    const unit = rows[pivot].map((value) => value / rows[pivot][pivot]);
    rows = rows.map((row, i) => (i === pivot ? unit : row.map((value, k) => value - row[pivot] * unit[k])));
  }
  return rows.map((row) => row.slice(matrix.length));
}
