import type { Exercise } from "../../../src/notebook/exercises/exercise.js";
import type { Answer } from "../../../src/notebook/judging/answer.js";

/** An exercise with this answer. */
export function exerciseOf(answer: Answer): Exercise {
  return {
    hints: ["count", "count with filter"],
    solution: "const all = 1;\nall",
    explanation: "That is many.",
    ...answer,
  };
}
