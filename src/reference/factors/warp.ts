import type { BprPair, BprStep } from "./bpr.js";
import type { FactorModel } from "./funk-svd.js";

/**
 * What a relevant item at a rank costs in WARP: 1 + ½ + ⅓ + … + 1 / rank, so that the first places
 * matter most. 0 for rank 0.
 */
export function rankWeight(rank: number): number {
  let weight = 0;
  for (let place = 1; place <= rank; place++) weight += 1 / place;
  return weight;
}

/**
 * The cost of one pair of items in WARP: a hinge, which is 0 where the rated item's score is above
 * the negative's by 1 or more.
 *
 *     weight × max(0, 1 − score of the rated item + score of the negative)
 *       + regularization / 2 × Σ squares
 *
 * with score = bias + userFactors · itemFactors. Squares are those of all biases and factors of the
 * pair. Weston, Bengio and Usunier, WSABIE, IJCAI 2011. {@link warpStep} lowers this cost.
 */
export function warpPairCost(
  { user, rated, negative }: BprPair,
  weight: number,
  regularization: number,
): number {
  const score = ({ bias, factors }: BprPair["rated"]) =>
    user.reduce((sum, value, f) => sum + value * factors[f], bias);
  const numbers = [...user, rated.bias, ...rated.factors, negative.bias, ...negative.factors];
  const squares = numbers.reduce((sum, value) => sum + value ** 2, 0);
  return weight * Math.max(0, 1 - score(rated) + score(negative)) + (regularization / 2) * squares;
}

/** A rating by index, and where its negative samples come from. */
export interface WarpSample {
  readonly user: number;
  readonly rated: number;
  /** Draws an item that the user has not rated. */
  draw(): number;
  /** How many items the user has not rated. */
  readonly unratedCount: number;
}

/** How {@link warpStep} updates biases and factors. */
export interface WarpStep extends BprStep {
  /** How many items are drawn at most. */
  readonly trials: number;
}

/**
 * One step of WARP for user u and rated item i: draws items until one, j, has a score above that of
 * i − 1, which takes N draws. Few draws mean that many items are so: the rank of i is about
 * ⌊unrated items / N⌋, and with g = {@link rankWeight} of that rank each number changes a little,
 *
 *     b_i += γ (g − λ b_i)        p_u += γ (g (q_i − q_j) − λ p_u)
 *     b_j −= γ (g + λ b_j)        q_i += γ (g p_u − λ q_i)
 *                                 q_j −= γ (g p_u + λ q_j)
 *
 * Nothing changes if `trials` draws find none. Changes the model. The fast form of many such steps
 * is src/kernels/factors/warp.ts. O(trials × factors).
 */
export function warpStep(
  { itemBiases, userFactors, itemFactors }: Pick<FactorModel, "itemBiases" | "userFactors" | "itemFactors">,
  { user, rated, draw, unratedCount }: WarpSample,
  { learningRate, regularization, biased = true, trials }: WarpStep,
): void {
  const p = userFactors[user];
  const score = (item: number) =>
    p.reduce((sum, value, f) => sum + value * itemFactors[item][f], itemBiases[item]);
  for (let drawn = 1; drawn <= trials; drawn++) {
    const negative = draw();
    if (score(negative) <= score(rated) - 1) continue;
    const gradient = rankWeight(Math.floor(unratedCount / drawn));
    if (biased) {
      itemBiases[rated] += learningRate * (gradient - regularization * itemBiases[rated]);
      itemBiases[negative] -= learningRate * (gradient + regularization * itemBiases[negative]);
    }
    const [q, r] = [itemFactors[rated], itemFactors[negative]];
    for (let f = 0; f < p.length; f++) {
      const [oldP, oldQ, oldR] = [p[f], q[f], r[f]];
      p[f] += learningRate * (gradient * (oldQ - oldR) - regularization * oldP);
      q[f] += learningRate * (gradient * oldP - regularization * oldQ);
      r[f] -= learningRate * (gradient * oldP + regularization * oldR);
    }
    return;
  }
}
