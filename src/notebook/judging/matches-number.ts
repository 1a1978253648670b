import { isRounded } from "./is-rounded.js";

/**
 * Whether a number is the right answer: correctly rounded to at least `digits` significant digits.
 * Without `digits`, a whole number is not rounded and others have at least 3.
 */
export function matchesNumber(given: number, truth: number, digits?: number): boolean {
  if (digits === undefined && Number.isInteger(truth)) {
    return Math.abs(given - truth) <= 1e-9 * Math.abs(truth);
  }
  return isRounded(given, truth, digits ?? 3);
}
