/** A share above 0 and below 1, given as `{ name: value }`; other values are a RangeError. */
export function checkedShare(option: Readonly<Record<string, number>>): number {
  const [[name, share]] = Object.entries(option);
  if (!(share > 0 && share < 1)) throw new RangeError(`${name}: ${share} is not a number between 0 and 1`);
  return share;
}

/**
 * A share of `count` as a whole number, rounded up as in scikit-learn. The 1e-9 absorbs rounding
 * errors: 100 × 0.07 is 7.000000000000001.
 */
export function shareOf(count: number, share: number): number {
  return Math.ceil(count * share - 1e-9);
}
