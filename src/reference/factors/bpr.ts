import type { FactorModel } from "./funk-svd.js";

/** Biases and factors of one user and two items: one that the user has rated, and one not. */
export interface BprPair {
  readonly user: readonly number[];
  readonly rated: { readonly bias: number; readonly factors: readonly number[] };
  readonly negative: { readonly bias: number; readonly factors: readonly number[] };
}

/**
 * The cost of one pair of items in Bayesian personalized ranking:
 *
 *     −ln σ(score of the rated item − score of the negative) + regularization / 2 × Σ squares
 *
 * with score = bias + userFactors · itemFactors and σ(x) = 1 / (1 + e⁻ˣ), the modelled probability
 * that the user prefers the rated item. Squares are those of all biases and factors of the pair.
 * Rendle et al., BPR, UAI 2009. {@link bprStep} lowers this cost.
 */
export function bprPairCost({ user, rated, negative }: BprPair, regularization: number): number {
  const score = ({ bias, factors }: BprPair["rated"]) =>
    user.reduce((sum, value, f) => sum + value * factors[f], bias);
  const numbers = [...user, rated.bias, ...rated.factors, negative.bias, ...negative.factors];
  const squares = numbers.reduce((sum, value) => sum + value ** 2, 0);
  return Math.log(1 + Math.exp(score(negative) - score(rated))) + (regularization / 2) * squares;
}

/** A rating and its negative sample: the indices of a user, a rated item and an unrated item. */
export interface BprSample {
  readonly user: number;
  readonly rated: number;
  readonly negative: number;
}

/** How {@link bprStep} updates biases and factors. */
export interface BprStep {
  /** γ, the step size. */
  readonly learningRate: number;
  /** λ, the strength of the penalty on large numbers. */
  readonly regularization: number;
  /** Whether the biases of items are updated. @default true */
  readonly biased?: boolean;
}

/**
 * One step of stochastic gradient descent on {@link bprPairCost}: user u, rated item i, negative
 * sample j. Changes the model. With g = 1 − σ(score of i − score of j), the probability that the
 * model gives to the wrong order, each number changes a little:
 *
 *     b_i += γ (g − λ b_i)        p_u += γ (g (q_i − q_j) − λ p_u)
 *     b_j −= γ (g + λ b_j)        q_i += γ (g p_u − λ q_i)
 *                                 q_j −= γ (g p_u + λ q_j)
 *
 * Rendle et al., BPR, UAI 2009, figure 4. The fast form of many such steps is
 * src/kernels/factors/bpr.ts. O(factors).
 */
export function bprStep(
  { itemBiases, userFactors, itemFactors }: Pick<FactorModel, "itemBiases" | "userFactors" | "itemFactors">,
  { user, rated, negative }: BprSample,
  { learningRate, regularization, biased = true }: BprStep,
): void {
  const p = userFactors[user];
  const q = itemFactors[rated];
  const r = itemFactors[negative];

  let difference = itemBiases[rated] - itemBiases[negative];
  for (let f = 0; f < p.length; f++) difference += p[f] * (q[f] - r[f]);
  const gradient = 1 - 1 / (1 + Math.exp(-difference));

  if (biased) {
    itemBiases[rated] += learningRate * (gradient - regularization * itemBiases[rated]);
    itemBiases[negative] -= learningRate * (gradient + regularization * itemBiases[negative]);
  }
  for (let f = 0; f < p.length; f++) {
    const [oldP, oldQ, oldR] = [p[f], q[f], r[f]];
    p[f] += learningRate * (gradient * (oldQ - oldR) - regularization * oldP);
    q[f] += learningRate * (gradient * oldP - regularization * oldQ);
    r[f] -= learningRate * (gradient * oldP + regularization * oldR);
  }
}
