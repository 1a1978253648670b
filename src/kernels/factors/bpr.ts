import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { Factors } from "../dense/factors.js";
import { scoreDifference, stepBiases, stepPair } from "./pair-step.js";
import type { UserItemFactors } from "./user-item-factors.js";

/** How {@link bprPass} updates biases and factors. */
export interface BprRates {
  readonly learningRate: number;
  /** λ in the penalty ½ λ · (b_i² + b_j² + ‖p_u‖² + ‖q_i‖² + ‖q_j‖²) of each pair. */
  readonly regularization: number;
  /** 1: items have biases, which are updated; 0: biases stay as they are. */
  readonly biased: 0 | 1;
}

/**
 * One epoch of stochastic gradient ascent, user by user in the given order, over pairs of items: i,
 * an entry of the user's row of `rated`, and j, the negative sample at the same position of
 * `negatives`, which the user has not rated. It maximizes
 *
 *     Σ ln σ(score of i − score of j) − regularization / 2 × Σ squares
 *
 * with score = itemBias + userFactors · itemFactors and σ(x) = 1 / (1 + e⁻ˣ). Each pair changes the
 * biases and factors of its user and both items by learningRate × gradient, all from their values
 * before the step. A pair whose negative is −1 is skipped. O(pairs × factors). Rendle et al., BPR:
 * Bayesian personalized ranking from implicit feedback, UAI 2009. Reference: `bprStep` in
 * src/reference/factors/bpr.ts.
 */
export function bprPass(
  order: Int32Array,
  { starts, indices: rated }: CsrMatrix,
  negatives: Int32Array,
  itemBiases: Float64Array,
  { user, item }: UserItemFactors,
  { learningRate, regularization, biased }: BprRates,
): void {
  const decay = 1 - learningRate * regularization;
  for (let n = 0; n < order.length; n++) {
    const u = order[n];
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const i = rated[k];
      const j = negatives[k];
      if (j < 0) continue;
      const difference = scoreDifference(itemBiases, user, u, item, i, j);
      const step = learningRate / (1 + Math.exp(difference));
      if (biased === 1) stepBiases(itemBiases, i, j, decay, step);
      stepPair(user, u, item, i, j, decay, step);
    }
  }
}

/**
 * The cost of one user's factors while biases and factors of items are fixed, and its gradient,
 * written into `gradient`:
 *
 *     n / pairs × Σ over pairs −ln σ(score of i − score of j) + n × regularization / 2 × ‖factors‖²
 *
 * for the n rated items i. `negatives` holds the j of each rated item, then another j of each, and
 * so on. O(pairs × factors). Reference: `bprPairCost` in src/reference/factors/bpr.ts.
 */
export function bprCost(
  rated: Int32Array,
  negatives: Int32Array,
  itemBiases: Float64Array,
  item: Factors,
  regularization: number,
  userFactors: Float64Array,
  gradient: Float64Array,
): number {
  const { values: itemFactors, width } = item;
  const user = { values: userFactors, width };
  const n = rated.length;
  const share = n / negatives.length;
  let cost = 0;
  for (let f = 0; f < width; f++) {
    gradient[f] = n * regularization * userFactors[f];
    cost += 0.5 * gradient[f] * userFactors[f];
  }
  for (let pair = 0; pair < negatives.length; pair++) {
    const i = rated[pair % n];
    const j = negatives[pair];
    const difference = scoreDifference(itemBiases, user, 0, item, i, j);
    // ln(1 + e^−difference) without overflow.
    cost += share * (Math.max(0, -difference) + Math.log1p(Math.exp(-Math.abs(difference))));
    const slope = share / (1 + Math.exp(difference));
    for (let f = 0; f < width; f++) {
      gradient[f] -= slope * (itemFactors[i * width + f] - itemFactors[j * width + f]);
    }
  }
  return cost;
}
