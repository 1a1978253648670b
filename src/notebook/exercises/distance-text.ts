import { titleDifference } from "../judging/title-difference.js";
import { valueText } from "./value-text.js";

/** Numbers that differ by less than this share of the true one are very close. */
const CLOSE = 0.05;

/**
 * How far a guess is from what is true, in friendly words. For positive numbers a percentage, or a
 * factor from 2 on; for others the difference; for texts whether they are the same. A guess above 1
 * of a share counts as a percentage.
 *
 * @example
 * distanceText(100, 329); // "too low by a factor of 3.3"
 */
export function distanceText(guess: number | string, actual: number | string): string {
  if (typeof actual === "string") {
    return titleDifference(String(guess), actual) === undefined ? "it is another one" : "exactly right";
  }
  if (typeof guess === "string") return "that is a text; a number can be compared";
  const isPercentage = actual > 0 && actual <= 1 && guess > 1 && guess <= 100;
  return isPercentage ? `as a percentage ${between(guess / 100, actual)}` : between(guess, actual);
}

function between(guess: number, actual: number): string {
  if (guess === actual) return "exactly right";
  if (guess <= 0 || actual <= 0) return `off by ${short(Math.abs(guess - actual))}`;
  if (Math.abs(guess - actual) < CLOSE * actual) return "very close";
  const side = guess < actual ? "low" : "high";
  const factor = Math.max(guess / actual, actual / guess);
  if (factor >= 2) return `too ${side} by a factor of ${short(factor)}`;
  return `${Math.round((100 * Math.abs(guess - actual)) / actual)} % too ${side}`;
}

/** Two significant digits, or a whole number. */
function short(value: number): string {
  return valueText(value < 100 ? Number(value.toPrecision(2)) : Math.round(value));
}
