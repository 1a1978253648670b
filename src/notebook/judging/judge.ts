import type { Answer } from "./answer.js";
import { isUntouched } from "./is-untouched.js";
import { judgeChoice } from "./judge-choice.js";
import { isUntouchedFunction, judgeFunction } from "./judge-function.js";
import { judgeList } from "./judge-list.js";
import { judgeNumber } from "./judge-number.js";
import { judgeRange } from "./judge-range.js";
import { judgeTitle } from "./judge-title.js";
import type { Verdict } from "./verdict.js";

/** Judges an answer to an exercise; undefined for one that is not answered yet. Never throws. */
export function judge(given: unknown, exercise: Answer): Verdict | undefined {
  if (isUntouched(given)) return undefined;
  switch (exercise.kind) {
    case "number":
      return judgeNumber(given, exercise);
    case "title":
      return judgeTitle(given, exercise);
    case "list":
      return judgeList(given, exercise);
    case "choice":
      return judgeChoice(given, exercise);
    case "range":
      return judgeRange(given, exercise);
    case "function":
      return isUntouchedFunction(given, exercise) ? undefined : judgeFunction(given, exercise);
  }
}
