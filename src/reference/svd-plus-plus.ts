import { mean as meanOf } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/** Biases and factors by index: what matrix factorisation learns. */
export interface SvdState {
  readonly userBiases: number[];
  readonly itemBiases: number[];
  readonly userFactors: number[][];
  readonly itemFactors: number[][];
  /** Of items that a user rated at all; none for plain matrix factorisation. */
  readonly implicitFactors?: number[][];
}

/** How far a step goes and what it pulls to 0. */
export interface SvdStep {
  readonly learningRate: number;
  readonly regularization: number;
}

/**
 * One pass of gradient descent over ratings in their order, written to be read: Funk's SVD, and with implicit factors
 * SVD++ with all of them moved at each rating. Changes the state. See `kernels/sgd-factors.ts` and `svd-plus-plus.ts`.
 */
export function svdPass(
  ratings: readonly IndexedRating[],
  state: SvdState,
  { learningRate, regularization }: SvdStep,
): void {
  const overall = meanOf(ratings.map(({ rating }) => rating));
  const { userBiases, itemBiases, userFactors, itemFactors, implicitFactors } = state;
  for (const { user, item, rating } of ratings) {
    const theirs = ratings.filter((row) => row.user === user).map((row) => row.item);
    const root = Math.sqrt(theirs.length);
    const p = [...userFactors[user]];
    const q = [...itemFactors[item]];
    const implicit = p.map((_, f) =>
      theirs.reduce((sum, j) => sum + (implicitFactors ? implicitFactors[j][f] : 0) / root, 0),
    );
    const taste = p.map((value, f) => value + implicit[f]);
    const estimate = q.reduce(
      (sum, value, f) => sum + value * taste[f],
      overall + userBiases[user] + itemBiases[item],
    );
    const error = rating - estimate;
    const moved = (value: number, gradient: number) =>
      value + learningRate * (gradient - regularization * value);
    userBiases[user] = moved(userBiases[user], error);
    itemBiases[item] = moved(itemBiases[item], error);
    userFactors[user] = p.map((value, f) => moved(value, error * q[f]));
    itemFactors[item] = q.map((value, f) => moved(value, error * taste[f]));
    for (const j of implicitFactors ? theirs : []) {
      implicitFactors![j] = implicitFactors![j].map((value, f) => moved(value, (error * q[f]) / root));
    }
  }
}
