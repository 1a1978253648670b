import { CsrMatrix } from "./csr-matrix.js";

/** The matrix with each value multiplied by `scales[column]`. O(entries). */
export function scaleColumns(matrix: CsrMatrix, scales: Float64Array): CsrMatrix {
  const { indices } = matrix;
  const values = matrix.values.map((value, k) => value * scales[indices[k]]);
  return CsrMatrix.fromRows({ ...matrix, values });
}
