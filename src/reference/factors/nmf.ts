import { dot } from "../../math/dot.js";
import type { IndexedRating } from "../baseline.js";

/**
 * One multiplicative update of non-negative factors, which returns the new ones. In the letters of
 * the paper, user u's rating r of item i is estimated as p_u · q_i, and each factor f is multiplied
 * by a ratio of two sums over the ratings of its user or item:
 *
 *     p_uf ×= Σ r q_if / Σ (estimate × q_if + λ p_uf)
 *     q_if ×= Σ r p_uf / Σ (estimate × p_uf + λ q_if)
 *
 * The ratio is above 1 if the estimates are too low, and never negative. λ counts once per rating.
 * A factor whose divisor is 0 becomes 0. Luo et al., An efficient non-negative
 * matrix-factorization-based approach to collaborative filtering, 2014. The fast form is
 * src/kernels/factors/nmf.ts.
 */
export function nmfPass(
  ratings: readonly IndexedRating[],
  userFactors: readonly (readonly number[])[],
  itemFactors: readonly (readonly number[])[],
  regularization: number,
): { userFactors: number[][]; itemFactors: number[][] } {
  const updated = (own: readonly number[], rated: readonly { rating: number; other: readonly number[] }[]) =>
    own.map((value, f) => {
      let numerator = 0;
      let divisor = 0;
      for (const { rating, other } of rated) {
        numerator += rating * other[f];
        divisor += dot(own, other) * other[f] + regularization * value;
      }
      return divisor === 0 ? 0 : (value * numerator) / divisor;
    });

  return {
    userFactors: userFactors.map((p, u) =>
      updated(
        p,
        ratings
          .filter(({ user }) => user === u)
          .map(({ item, rating }) => ({ rating, other: itemFactors[item] })),
      ),
    ),
    itemFactors: itemFactors.map((q, i) =>
      updated(
        q,
        ratings
          .filter(({ item }) => item === i)
          .map(({ user, rating }) => ({ rating, other: userFactors[user] })),
      ),
    ),
  };
}
