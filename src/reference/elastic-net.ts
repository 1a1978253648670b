import { dot } from "../math/dot.js";

/** Penalties on weights w: l1 · ‖w‖₁ + ½ l2 · ‖w‖². */
export interface Penalties {
  readonly l1: number;
  readonly l2: number;
  /** Whether weights are at least 0. */
  readonly positiveOnly: boolean;
}

/**
 * The elastic net, which SLIM learns the weights of each item by: the weights w of columns x that
 * best approximate a column y,
 *
 *     ½ ‖y − Σ x w‖² + l1 ‖w‖₁ + ½ l2 ‖w‖²     (and w ≥ 0)
 *
 * l1 makes weights 0 that hardly help, l2 keeps weights small. By coordinate descent: pass after
 * pass, each weight takes its best value while the others are fixed,
 *
 *     w = S(x · r) / (x · x + l2)
 *
 * where r is the residual that the other columns leave, and S moves a number by l1 towards 0.
 * Reference for `kernels/item-weights/elastic-net.ts`. O(passes × columns² × rows).
 */
export function elasticNet(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  { l1, l2, positiveOnly }: Penalties,
  passes = 1000,
): number[] {
  const weights = columns.map(() => 0);
  for (let pass = 0; pass < passes; pass++) {
    for (const [k, x] of columns.entries()) {
      const r = residual(columns, target, weights, k);
      const curvature = dot(x, x) + l2;
      const weight = curvature === 0 ? 0 : softThreshold(dot(x, r), l1) / curvature;
      weights[k] = positiveOnly ? Math.max(0, weight) : weight;
    }
  }
  return weights;
}

/** What all columns but one leave of the target. */
function residual(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  weights: readonly number[],
  without: number,
): number[] {
  return target.map((y, row) => {
    let left = y;
    for (const [k, x] of columns.entries()) if (k !== without) left -= x[row] * weights[k];
    return left;
  });
}

function softThreshold(z: number, threshold: number): number {
  if (z > threshold) return z - threshold;
  if (z < -threshold) return z + threshold;
  return 0;
}
