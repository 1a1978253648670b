import type { RangeAnswer } from "./answer.js";
import type { Verdict } from "./verdict.js";

/** Judges a number that may be anywhere in a range, bounds included. */
export function judgeRange(given: unknown, { answer }: RangeAnswer): Verdict {
  if (typeof given !== "number") {
    return { right: false, said: "the answer is one number, without quotes", formOnly: true };
  }
  if (given >= answer.least && given <= answer.most) return { right: true };
  return { right: false, said: given < answer.least ? "too small" : "too large" };
}
