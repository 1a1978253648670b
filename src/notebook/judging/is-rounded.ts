import { significantDigits } from "./significant-digits.js";

/** No more digits of an answer are looked at, because the last ones depend on the platform. */
const MOST_DIGITS = 6;

/**
 * Whether `given` is `truth` rounded to the digits that it is written with: at least `digits`, at
 * most 6 or `digits`.
 *
 * @example
 * isRounded(0.0566, 0.0566038, 3); // true
 */
export function isRounded(given: number, truth: number, digits: number): boolean {
  if (truth === 0) return Math.abs(given) < 1e-9;
  const written = Math.min(significantDigits(given), Math.max(MOST_DIGITS, digits));
  return Math.abs(given - truth) <= 0.5001 * lastUnit(truth, Math.max(written, digits));
}

/** The value of one in the last of so many significant digits of a number. */
export function lastUnit(value: number, digits: number): number {
  return 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
}
