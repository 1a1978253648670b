import { choleskySolve } from "../dense/cholesky.js";
import type { Factors } from "../dense/factors.js";
import type { AlsEquations } from "./als-equations.js";
import { normalEquations, writeNormalEquations } from "./normal-equations.js";

/**
 * Solves the {@link AlsEquations} of every row by Cholesky decomposition. Rows without entries
 * become 0. Returns the first row whose matrix is not positive definite, or −1. O(entries × width²
 * + rows × width³). Reference: src/reference/factors/als-side.ts.
 *
 * @param base of which the lower half is read
 * @param others the factors of the columns
 */
export function solveAlsSide(
  equations: AlsEquations,
  base: Float64Array,
  others: Factors,
  into: Factors,
): number {
  const { starts, rowCount } = equations.weights;
  const { left, right } = normalEquations(others.width);
  for (let row = 0; row < rowCount; row++) {
    writeNormalEquations(equations, row, base, others, { left, right });
    if (starts[row] < starts[row + 1] && !choleskySolve(left.values, right)) return row;
    into.values.set(right, row * into.width);
  }
  return -1;
}
