import type { Answer } from "../judging/answer.js";

/** What every exercise has beside its answer. */
interface Texts {
  /** Shown after the first and the second wrong answer. */
  readonly hints: readonly [string, string];
  /** TypeScript whose last expression is the answer. */
  readonly solution: string;
  /** Shown after the right answer. */
  readonly explanation: string;
}

/** One exercise of a notebook, from its file in `notebooks/exercises`. */
export type Exercise = Answer & Texts;
