import type { IndexedRating } from "./baseline.js";

/**
 * The cost of factorising all ratings at once, written to be read:
 *
 *     J = ½ Σ over rated cells (itemFactors · userFactors − rating)² + λ/2 (Σ itemFactors² + Σ userFactors²)
 */
export function batchCostOf(
  ratings: readonly IndexedRating[],
  itemFactors: readonly (readonly number[])[],
  userFactors: readonly (readonly number[])[],
  { regularization }: { regularization: number },
): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, f) => sum + value * b[f], 0);
  const errors = ratings.map(({ user, item, rating }) => dot(itemFactors[item], userFactors[user]) - rating);
  const sizes = [...itemFactors, ...userFactors].map((row) => dot(row, row));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(errors.map((error) => error ** 2)) / 2 + (regularization / 2) * sum(sizes);
}
