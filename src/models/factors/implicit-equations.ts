import type { AlsEquations } from "../../kernels/factors/als-equations.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";

/** How confident a rating is, and the regularization of users and items. */
export interface Weighting {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/**
 * The equations of one side of implicit ALS, in which an unobserved pair has confidence 1 and
 * preference 0, and a rating above 0 has confidence 1 + alpha × value and preference 1. The λ of a
 * row is
 *
 *     regularization × (Σ confidence over all columns)^regularizationPower
 *
 * O(entries + rows).
 */
export function implicitEquations(
  matrix: CsrMatrix,
  { alpha, regularization, regularizationPower }: Weighting,
): AlsEquations {
  const { values, rowCount, columnCount } = matrix;
  const weights = CsrMatrix.fromRows({ ...matrix, values: values.map((value) => alpha * value) });
  const targets = values.map((value) => (value > 0 ? 1 + alpha * value : 0));
  const penalties = new Float64Array(rowCount).map((_, row) => {
    const total = rowOf(weights, row).values.reduce((sum, weight) => sum + weight, columnCount);
    return regularization * total ** regularizationPower;
  });
  return { weights, targets, regularization: penalties };
}
