import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { type DescentLimits, descendByCoordinate, type PassResult } from "./coordinate-descent.js";

/** Penalties on the weights of {@link elasticNet}. */
export interface ElasticNetPenalties {
  /** λ₁ in λ₁ · ‖w‖₁. */
  readonly l1: number;
  /** λ₂ in ½ λ₂ · ‖w‖². */
  readonly l2: number;
  /** 1: weights are at least 0; 0: they have any sign. */
  readonly positiveOnly: 0 | 1;
}

/**
 * The weights w of columns x of a sparse matrix that best approximate another column y,
 *
 *     ½ ‖y − Σ x w‖² + l1 ‖w‖₁ + ½ l2 ‖w‖²     (and w ≥ 0 where `positiveOnly` is 1)
 *
 * by coordinate descent: one weight at a time takes its best value while the others are fixed.
 * {@link descendByCoordinate} says in which passes. O(iterations × entries of the candidates).
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
  columns: CsrMatrix,
  squares: Float64Array,
  candidates: Int32Array,
  penalties: ElasticNetPenalties,
  limits: DescentLimits,
  residual: Float64Array,
  weights: Float64Array,
): void {
  descendByCoordinate(candidates, limits, weights, (some) =>
    pass(columns, squares, some, penalties, residual, weights),
  );
}

function pass(
  { starts, indices: rows, values }: CsrMatrix,
  squares: Float64Array,
  some: Int32Array,
  { l1, l2, positiveOnly }: ElasticNetPenalties,
  residual: Float64Array,
  weights: Float64Array,
): PassResult {
  let largestChange = 0;
  let largest = 0;
  for (let c = 0; c < some.length; c++) {
    const column = some[c];
    const start = starts[column];
    const end = starts[column + 1];
    const before = weights[column];
    const square = squares[column];
    // x · (residual without this column's own part). Four sums, so that none waits for the one
    // before; plain: for (let k = start; k < end; k++) product += values[k] * residual[rows[k]]
    let product = before * square;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let k = start;
    for (; k < end - 3; k += 4) {
      product += values[k] * residual[rows[k]];
      sum1 += values[k + 1] * residual[rows[k + 1]];
      sum2 += values[k + 2] * residual[rows[k + 2]];
      sum3 += values[k + 3] * residual[rows[k + 3]];
    }
    for (; k < end; k++) product += values[k] * residual[rows[k]];
    product += sum1 + (sum2 + sum3);
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
  return { largestChange, largest };
}
