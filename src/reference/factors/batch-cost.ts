import { dot } from "../../math/dot.js";
import { sum } from "../../math/sum.js";
import type { IndexedRating } from "../baseline.js";

/**
 * The cost of factorizing all ratings at once:
 *
 *     J = ½ Σ over ratings (itemFactors · userFactors − rating)²
 *         + λ/2 (Σ itemFactors² + Σ userFactors²)
 *
 * The fast form, which gives the gradient too, is src/kernels/factors/batch-cost.ts.
 */
export function batchCostOf(
  ratings: readonly IndexedRating[],
  itemFactors: readonly (readonly number[])[],
  userFactors: readonly (readonly number[])[],
  { regularization }: { regularization: number },
): number {
  const errors = ratings.map(({ user, item, rating }) => dot(itemFactors[item], userFactors[user]) - rating);
  const squares = [...itemFactors, ...userFactors].map((row) => dot(row, row));
  return dot(errors, errors) / 2 + (regularization / 2) * sum(squares);
}
