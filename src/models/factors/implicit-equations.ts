import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import type { ImplicitSettings } from "../implicit/implicit-values.js";

/** How much ratings weigh, and how strongly factors are pulled to 0. */
export interface Weighting extends ImplicitSettings {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/** The numbers in the equations of one side, see {@link solveAlsSide}. */
export interface AlsEquations {
  /** How much more each entry weighs than a gap. */
  readonly weights: CsrMatrix;
  /** Weight × interest of each entry. */
  readonly targets: Float64Array;
  /** How strongly each row is pulled to 0. */
  readonly pulls: Float64Array;
}

/** The equations of each row, in which gaps weigh 1 and entries 1 + alpha × value, by how much each counts. */
export function alsEquations(
  matrix: CsrMatrix,
  { alpha, regularization, regularizationPower }: Weighting,
): AlsEquations {
  const { values, rowCount, columnCount } = matrix;
  const weights = CsrMatrix.fromRows({ ...matrix, values: values.map((value) => alpha * value) });
  const targets = values.map((value) => (value > 0 ? 1 + alpha * value : 0));
  const pulls = new Float64Array(rowCount).map((_, row) => {
    const total = rowOf(weights, row).values.reduce((sum, weight) => sum + weight, columnCount);
    return regularization * total ** regularizationPower;
  });
  return { weights, targets, pulls };
}
