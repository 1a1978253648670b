import type { SparseRow } from "../../sparse/row-of.js";
import type { BiasedFactors } from "./factor-scores.js";

/**
 * The cost of one user's factors and bias (or one item's) in logistic matrix factorization, while
 * the other side is fixed, and its gradient, written into `gradient`:
 *
 *     Σ over the user's items (1 + c) ln(1 + e^score) − c × score
 *       + negativeWeight × Σ over negatives ln(1 + e^score) + regularization / 2 × Σ squares
 *
 * with score = factors · itemFactors + bias + itemBias. O((items + negatives) × factors).
 * References: `logisticCost` and `logisticStep` in src/reference/factors/logistic.ts.
 *
 * @param row the user's items, with the confidence c of each
 * @param own the user's factors, then the bias
 */
export function logisticCost(
  { indices, values }: SparseRow,
  negatives: Int32Array,
  negativeWeight: number,
  others: BiasedFactors,
  regularization: number,
  own: Float64Array,
  gradient: Float64Array,
): number {
  let cost = 0;
  for (let k = 0; k < own.length; k++) {
    gradient[k] = regularization * own[k];
    cost += 0.5 * gradient[k] * own[k];
  }
  for (let k = 0; k < indices.length; k++) {
    cost += addPair(others, indices[k], 1 + values[k], values[k], own, gradient);
  }
  for (let k = 0; k < negatives.length; k++) {
    cost += addPair(others, negatives[k], negativeWeight, 0, own, gradient);
  }
  return cost;
}

/**
 * One step of AdaGrad down a gradient: the step of each number is divided by the root of the sum of
 * its squared gradients so far, to which this one is added. Duchi, Hazan and Singer, Adaptive
 * subgradient methods, JMLR 12 (2011). O(numbers). Reference: `logisticStep` in
 * src/reference/factors/logistic.ts.
 *
 * @param start where in `squares` the sums of these numbers are
 */
export function adaGradStep(
  numbers: Float64Array,
  gradient: Float64Array,
  squares: Float64Array,
  start: number,
  learningRate: number,
): void {
  for (let k = 0; k < numbers.length; k++) {
    squares[start + k] += gradient[k] ** 2;
    if (gradient[k] !== 0) numbers[k] -= (learningRate * gradient[k]) / Math.sqrt(squares[start + k]);
  }
}

/** The cost weight × ln(1 + e^score) − confidence × score of a pair; adds its gradient. */
function addPair(
  { values, width, biases }: BiasedFactors,
  other: number,
  weight: number,
  confidence: number,
  own: Float64Array,
  gradient: Float64Array,
): number {
  const start = other * width;
  let score = own[width] + biases[other];
  for (let f = 0; f < width; f++) score += own[f] * values[start + f];
  // Neither e^score nor its logarithm overflows.
  const small = Math.exp(-Math.abs(score));
  const probability = (score < 0 ? small : 1) / (1 + small);
  const slope = weight * probability - confidence;
  for (let f = 0; f < width; f++) gradient[f] += slope * values[start + f];
  gradient[width] += slope;
  return weight * (Math.max(0, score) + Math.log1p(small)) - confidence * score;
}
