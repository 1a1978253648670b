import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";

/** After so many passes at most all candidates are passed over again. */
const PASSES_IN_A_ROUND = 10;

/**
 * The weights w of some columns x of a sparse matrix that give another one, y, best,
 *
 *     ½ ‖y − Σ x w‖² + ½ l2 ‖w‖² + l1 ‖w‖₁     (and w ≥ 0 where `positiveOnly` is true)
 *
 * by coordinate descent on the residual: one weight after another takes its best value while the others stay. Passes over all candidates
 * take turns with passes over those whose weight is not 0, until no weight of all moves by more than `tolerance` times the largest
 * one, or after `iterations` passes. O(passes × entries of the columns passed over). Friedman et al., Regularization paths for generalized
 * linear models via coordinate descent, Journal of Statistical Software 33 (2010).
 *
 * @param byColumn the transpose of the matrix
 * @param norms Σ x² of each column
 * @param candidates the columns that may have a weight
 * @param residual room for a number a row, all 0; 0 again afterwards
 * @param weights a number a column, all 0; those of the candidates are written
 */
export function elasticNet(
  target: number,
  byColumn: CsrMatrix,
  norms: Float64Array,
  candidates: Int32Array,
  l1: number,
  l2: number,
  positiveOnly: boolean,
  iterations: number,
  tolerance: number,
  residual: Float64Array,
  weights: Float64Array,
): void {
  const { starts, indices: rows, values } = byColumn;
  denseRow(byColumn, target, residual);
  let passed = candidates;
  for (let pass = 0; pass < iterations; pass++) {
    let largestChange = 0;
    let largest = 0;
    for (let c = 0; c < passed.length; c++) {
      const column = passed[c];
      const [start, end] = [starts[column], starts[column + 1]];
      const before = weights[column];
      const norm = norms[column];
      let product = before * norm;
      for (let k = start; k < end; k++) product += values[k] * residual[rows[k]];
      const shrunk = product > l1 ? product - l1 : product < -l1 && !positiveOnly ? product + l1 : 0;
      const weight = shrunk === 0 ? 0 : shrunk / (norm + l2);
      const change = weight - before;
      if (change !== 0) {
        weights[column] = weight;
        for (let k = start; k < end; k++) residual[rows[k]] -= change * values[k];
      }
      largestChange = Math.max(largestChange, Math.abs(change));
      largest = Math.max(largest, Math.abs(weight));
    }
    const isStill = largestChange <= tolerance * largest;
    if (isStill && passed === candidates) break;
    if (isStill || pass % PASSES_IN_A_ROUND === PASSES_IN_A_ROUND - 1) passed = candidates;
    else if (passed === candidates) passed = candidates.filter((column) => weights[column] !== 0);
  }
  residual.fill(0);
}
