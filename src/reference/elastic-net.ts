import { dot } from "../math/dot.js";

/** What is made small: see {@link elasticNet}. */
export interface Penalties {
  readonly l1: number;
  readonly l2: number;
  readonly positiveOnly: boolean;
}

/**
 * The weights of some columns that give a target best,
 *
 *     ½ ‖target − Σ column × weight‖² + ½ l2 ‖weights‖² + l1 ‖weights‖₁     (and weights ≥ 0)
 *
 * written to be read: pass after pass, each weight takes its best value while the others stay. `kernels/elastic-net.ts` is the fast way.
 */
export function elasticNet(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  { l1, l2, positiveOnly }: Penalties,
  passes = 1000,
): number[] {
  const weights = columns.map(() => 0);
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, column] of columns.entries()) {
      const others = target.map((value, row) =>
        columns.reduce((rest, other, k) => (k === i ? rest : rest - other[row] * weights[k]), value),
      );
      const product = dot(column, others);
      const shrunk = Math.sign(product) * Math.max(Math.abs(product) - l1, 0);
      const curvature = dot(column, column) + l2;
      weights[i] = curvature === 0 || (positiveOnly && shrunk < 0) ? 0 : shrunk / curvature;
    }
  }
  return weights;
}
