import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { oneRow } from "../../sparse/one-row.js";
import type { SparseRow } from "../../sparse/row-of.js";
import { explicitEquations } from "./explicit-equations.js";
import type { FixedSide, OwnFactors } from "./own-factors.js";

/** What is solved for, and how strongly it is regularized. */
export interface LeastSquaresOptions {
  /** Whether there is a bias beside the factors. */
  readonly biased: boolean;
  /** λ with `count` ratings. */
  regularization(count: number): number;
}

/**
 * The bias and factors that fit the ratings of a user or item best: {@link explicitEquations} of
 * one row, in which the bias is one more factor, whose counterpart is 1. O(ratings × factors² +
 * factors³).
 */
export function leastSquaresFactors(
  { indices, values }: SparseRow,
  others: FixedSide,
  { biased, regularization }: LeastSquaresOptions,
): OwnFactors {
  const factors = others.width;
  const count = indices.length;
  const width = factors + (biased ? 1 : 0);
  const into = { values: new Float64Array(width), width };
  const rated = { values: new Float64Array(count * width).fill(1), width };
  for (let k = 0; k < count; k++) {
    const start = indices[k] * factors;
    rated.values.set(others.values.subarray(start, start + factors), k * width);
  }
  const residuals = oneRow(
    {
      indices: new Int32Array(count).map((_, k) => k),
      values: values.map((value, k) => value - others.mean - others.biases[indices[k]]),
    },
    count,
  );
  const equations = explicitEquations(residuals, regularization);
  solveAlsSide(equations, new Float64Array(width * width), rated, into);
  return { bias: biased ? into.values[factors] : 0, factors: into.values.subarray(0, factors) };
}
