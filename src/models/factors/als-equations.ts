import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { ImplicitSettings } from "../implicit/implicit-values.js";

/** How much ratings weigh, and how strongly factors are pulled to 0. */
export interface Weighting extends ImplicitSettings {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/** The numbers in the equations of one side, see {@link solveAlsSide}. */
export interface AlsEquations {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  /** How much more each entry weighs than a gap. */
  readonly weights: Float64Array;
  /** Weight × interest of each entry. */
  readonly targets: Float64Array;
  /** How strongly each row is pulled to 0. */
  readonly pulls: Float64Array;
}

/** The equations of each row, in which gaps weigh 1 and entries 1 + alpha × value, by how much each counts. */
export function alsEquations(
  { starts, indices, values, columnCount }: Pick<CsrMatrix, "starts" | "indices" | "values" | "columnCount">,
  { alpha, regularization, regularizationPower }: Weighting,
): AlsEquations {
  const weights = values.map((value) => alpha * value);
  const targets = values.map((value) => (value > 0 ? 1 + alpha * value : 0));
  const pulls = new Float64Array(starts.length - 1).map((_, row) => {
    let total = columnCount;
    for (let k = starts[row]; k < starts[row + 1]; k++) total += weights[k];
    return regularization * total ** regularizationPower;
  });
  return { starts, indices, weights, targets, pulls };
}
