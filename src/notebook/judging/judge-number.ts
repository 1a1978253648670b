import type { NumberAnswer } from "./answer.js";
import { isRounded, lastUnit } from "./is-rounded.js";
import { matchesNumber } from "./matches-number.js";
import { significantDigits } from "./significant-digits.js";
import type { Verdict } from "./verdict.js";

/**
 * Judges a number. Says what may have gone wrong: a text, a percentage for a share or the reverse,
 * too few digits, a fraction where a whole number is asked.
 */
export function judgeNumber(given: unknown, exercise: NumberAnswer): Verdict {
  if (typeof given === "bigint") return judgeNumber(Number(given), exercise);
  if (typeof given === "string") return judgeText(given);
  if (typeof given !== "number") {
    return { right: false, said: "the answer is one number", formOnly: true };
  }
  if (!Number.isFinite(given)) return { right: false, said: `${given} was given; the answer is finite` };
  const { answer, digits = 3, percent = false } = exercise;
  if (matchesNumber(given, answer, exercise.digits)) {
    return given === answer || Number.isInteger(answer)
      ? { right: true }
      : { right: true, said: exactly(answer) };
  }
  if (percent && isRounded(given, answer / 100, digits)) {
    return wrongForm("this is the share; a hundred times as much is the percentage");
  }
  if (!percent && Math.abs(answer) <= 1 && isRounded(given, answer * 100, digits)) {
    return wrongForm("this is the percentage; the answer is a share between 0 and 1");
  }
  return { right: false, ...nearly(given, exercise) };
}

function judgeText(given: string): Verdict {
  const isNumber = /^\s*[-+]?[\d,]*\.?\d+\s*%?\s*$/.test(given);
  return wrongForm(
    isNumber
      ? "a text was given; write the number without quotes"
      : "a text was given; the answer is a number",
  );
}

function nearly(given: number, { answer, digits = 3 }: NumberAnswer): Partial<Verdict> {
  if (Number.isInteger(answer)) {
    return Number.isInteger(given) ? {} : { said: `${given} was given; the answer is a whole number` };
  }
  const written = significantDigits(given);
  const distance = Math.abs(given - answer);
  const isClose = answer !== 0 && given !== 0 && distance < lastUnit(given, written);
  if (isClose && written < digits) {
    return { said: `close; give more digits, at least ${digits} that count`, formOnly: true };
  }
  if (isClose) return { said: "close; the last digit is cut off rather than rounded", formOnly: true };
  return distance < 0.01 * Math.abs(answer)
    ? { said: "close, within one per cent, but not by rounding" }
    : {};
}

function exactly(answer: number): string {
  return `with more digits ${Number(answer.toPrecision(6))}`;
}

function wrongForm(said: string): Verdict {
  return { right: false, said, formOnly: true };
}
