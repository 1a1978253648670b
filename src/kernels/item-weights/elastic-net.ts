import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** Penalties on the weights of {@link elasticNet}. */
export interface ElasticNetPenalties {
  /** λ₁ in λ₁ · ‖w‖₁. */
  readonly l1: number;
  /** λ₂ in ½ λ₂ · ‖w‖². */
  readonly l2: number;
  /** 1: weights are at least 0; 0: they have any sign. */
  readonly positiveOnly: 0 | 1;
}

/** When {@link elasticNet} stops. */
export interface ElasticNetLimits {
  /** Passes over candidates, at most. */
  readonly iterations: number;
  /** Largest change of a weight, as a share of the largest weight, at which it has converged. */
  readonly tolerance: number;
}

/** At least one of this many passes goes over all candidates. */
const FULL_PASS_INTERVAL = 10;

/**
 * The weights w of columns x of a sparse matrix that best approximate another column y,
 *
 *     ½ ‖y − Σ x w‖² + l1 ‖w‖₁ + ½ l2 ‖w‖²     (and w ≥ 0 where `positiveOnly` is 1)
 *
 * by coordinate descent: one weight at a time takes its best value while the others are fixed.
 * Passes over all candidates alternate with passes over the nonzero weights. It has converged when
 * a pass over all candidates changes no weight by more than `tolerance`. O(iterations × entries of
 * the candidates).
 *
 * Friedman, Hastie and Tibshirani, Regularization paths for generalized linear models via
 * coordinate descent, Journal of Statistical Software 33 (2010). Reference:
 * src/reference/elastic-net.ts.
 *
 * @param columns the matrix by columns: a row for each x
 * @param squares Σ x² of each column
 * @param candidates the columns that may have a weight
 * @param residual y as a dense column; y − Σ x w on return
 * @param weights one per column, all 0; those of the candidates are written
 */
export function elasticNet(
  { starts, indices: rows, values }: CsrMatrix,
  squares: Float64Array,
  candidates: Int32Array,
  { l1, l2, positiveOnly }: ElasticNetPenalties,
  { iterations, tolerance }: ElasticNetLimits,
  residual: Float64Array,
  weights: Float64Array,
): void {
  let active = candidates;
  for (let pass = 0; pass < iterations; pass++) {
    let largestChange = 0;
    let largest = 0;
    for (let c = 0; c < active.length; c++) {
      const column = active[c];
      const [start, end] = [starts[column], starts[column + 1]];
      const before = weights[column];
      const square = squares[column];
      // x · (residual without this column's own part)
      let product = before * square;
      for (let k = start; k < end; k++) product += values[k] * residual[rows[k]];
      const shrunk = product > l1 ? product - l1 : product < -l1 && positiveOnly === 0 ? product + l1 : 0;
      const weight = shrunk === 0 ? 0 : shrunk / (square + l2);
      const change = weight - before;
      if (change !== 0) {
        weights[column] = weight;
        for (let k = start; k < end; k++) residual[rows[k]] -= change * values[k];
      }
      largestChange = Math.max(largestChange, Math.abs(change));
      largest = Math.max(largest, Math.abs(weight));
    }
    const isConverged = largestChange <= tolerance * largest;
    if (isConverged && active === candidates) break;
    if (isConverged || pass % FULL_PASS_INTERVAL === FULL_PASS_INTERVAL - 1) active = candidates;
    else if (active === candidates) active = candidates.filter((column) => weights[column] !== 0);
  }
}
