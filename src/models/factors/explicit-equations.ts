import type { AlsEquations } from "../../kernels/factors/als-equations.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";

/** Least λ, so that the factors of a row are unique whatever its number of ratings. */
const LEAST_REGULARIZATION = 1e-9;

/**
 * The equations of one side of explicit ALS, whose targets are the residuals of the ratings after
 * mean and biases. Each weighs 1. O(entries).
 *
 * @param regularization the λ of a row with `count` ratings
 */
export function explicitEquations(
  residuals: CsrMatrix,
  regularization: (count: number) => number,
): AlsEquations {
  const ones = new Float64Array(residuals.count).fill(1);
  const penalties = new Float64Array(residuals.rowCount).map((_, row) =>
    Math.max(regularization(residuals.rowLength(row)), LEAST_REGULARIZATION),
  );
  return {
    weights: CsrMatrix.fromRows({ ...residuals, values: ones }),
    targets: residuals.values,
    regularization: penalties,
  };
}
