import type { Factors } from "../dense/factors.js";
import type { AlsEquations } from "./als-equations.js";
import { type NormalEquations, normalEquations, writeNormalEquations } from "./normal-equations.js";

/** A row is solved when no factor changes by more than this share of the largest. */
const TOLERANCE = 1e-14;

/**
 * Minimizes, for every row of {@link AlsEquations} left × x = right, over factors x that are not
 * negative,
 *
 *     ½ xᵀ left x − rightᵀ x     over x ≥ 0
 *
 * by coordinate descent from the factors in `into`: one factor after another takes its best value,
 * in at most `passes` passes. A factor that makes no difference becomes 0, and so do rows without
 * entries. O(entries × width² + rows × passes × width²). Reference:
 * src/reference/factors/als-side.ts.
 *
 * @param base of which the lower half is read
 * @param others the factors of the columns
 */
export function solvePositiveAlsSide(
  equations: AlsEquations,
  base: Float64Array,
  others: Factors,
  passes: number,
  into: Factors,
): void {
  const { width } = others;
  const row = normalEquations(width);
  for (let r = 0; r < equations.weights.rowCount; r++) {
    writeNormalEquations(equations, r, base, others, row);
    descend(row, passes, into.values.subarray(r * width, (r + 1) * width));
  }
}

/** Coordinate descent for one row; of the matrix the lower half is read. */
function descend({ left, right }: NormalEquations, passes: number, x: Float64Array): void {
  const { values: matrix, width } = left;
  for (let pass = 0; pass < passes; pass++) {
    let largest = 0;
    let largestChange = 0;
    for (let a = 0; a < width; a++) {
      let residual = right[a];
      for (let b = 0; b < a; b++) residual -= matrix[a * width + b] * x[b];
      for (let b = a + 1; b < width; b++) residual -= matrix[b * width + a] * x[b];
      const square = matrix[a * width + a];
      const best = square === 0 ? 0 : Math.max(0, residual / square);
      largest = Math.max(largest, best);
      largestChange = Math.max(largestChange, Math.abs(best - x[a]));
      x[a] = best;
    }
    if (largestChange <= TOLERANCE * largest) return;
  }
}
