import type { IndexedRating } from "../baseline.js";

/** What matrix factorization with biases learns: biases and factors by index. */
export interface FactorModel {
  /** μ, the mean of all ratings, or 0 for a model without biases. */
  readonly mean: number;
  readonly userBiases: number[];
  readonly itemBiases: number[];
  /** A row of factors for each user. */
  readonly userFactors: number[][];
  /** A row of factors for each item. */
  readonly itemFactors: number[][];
}

/** How {@link funkSvdPass} updates biases and factors. */
export interface FunkSvdStep {
  /** γ, the step size. */
  readonly learningRate: number;
  /** λ, the strength of the penalty on large numbers. */
  readonly regularization: number;
  /** Whether biases are updated. @default true */
  readonly biased?: boolean;
}

/**
 * One epoch of Funk's SVD: stochastic gradient descent over all ratings in their order. Changes the
 * model. In the letters of the papers, user u's rating r of item i is estimated as
 *
 *     μ + b_u + b_i + p_u · q_i
 *
 * from the mean μ, the biases b_u and b_i and the factors p_u and q_i. Its error e = r − estimate
 * then changes each of these a little:
 *
 *     b_u += γ (e − λ b_u)        p_u += γ (e q_i − λ p_u)
 *     b_i += γ (e − λ b_i)        q_i += γ (e p_u − λ q_i)
 *
 * Funk, Netflix update: try this at home, 2006. The fast form is src/kernels/factors/funk-svd.ts.
 */
export function funkSvdPass(
  ratings: readonly IndexedRating[],
  { mean, userBiases, itemBiases, userFactors, itemFactors }: FactorModel,
  { learningRate, regularization, biased = true }: FunkSvdStep,
): void {
  for (const { user, item, rating } of ratings) {
    const p = userFactors[user];
    const q = itemFactors[item];

    let estimate = mean + userBiases[user] + itemBiases[item];
    for (let f = 0; f < p.length; f++) estimate += p[f] * q[f];
    const error = rating - estimate;

    if (biased) {
      userBiases[user] += learningRate * (error - regularization * userBiases[user]);
      itemBiases[item] += learningRate * (error - regularization * itemBiases[item]);
    }
    for (let f = 0; f < p.length; f++) {
      const [oldP, oldQ] = [p[f], q[f]];
      p[f] += learningRate * (error * oldQ - regularization * oldP);
      q[f] += learningRate * (error * oldP - regularization * oldQ);
    }
  }
}
