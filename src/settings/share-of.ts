/**
 * A share of `count` as a whole number, rounded up as in scikit-learn. The 1e-9 absorbs rounding
 * errors: 100 × 0.07 is 7.000000000000001.
 */
export function shareOf(count: number, share: number): number {
  return Math.ceil(count * share - 1e-9);
}
