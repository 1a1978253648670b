import { checksum as checksumOf } from "./checksum.js";
import { countAttempt } from "./exercises/attempts.js";
import { feedback } from "./exercises/feedback.js";
import { findExercise } from "./exercises/find-exercise.js";
import { keepSolved } from "./exercises/solved.js";
import { currentHost } from "./hosts/current-host.js";
import { isUntouched } from "./judging/is-untouched.js";
import { judge } from "./judging/judge.js";
import { line } from "./tables/line.js";

/** The right answer of an exercise, as a checksum or a rule, and a hint. */
export interface CheckOptions<Answer> {
  /** What `checksum(answer)` gives for the right answer. */
  readonly checksum?: string;
  /** Whether an answer is right. A rule that throws counts as not right. */
  readonly rule?: (answer: Answer) => boolean;
  /** Shown until the answer is right. */
  readonly hint: string;
}

/**
 * Shows under the cell whether the answer to an exercise is right. Never throws for a wrong answer.
 * If records are collected, writes { "check": name, "right": … }.
 *
 * Answer, hints and solution come from the course's folder `exercises`: the first wrong answer
 * gives the first hint, the second both, the third the solution too. With `options` they come from
 * these, and the hint is shown until the answer is right.
 *
 * @throws RangeError if there is no such exercise; TypeError for a damaged file of exercises, and
 *   for options without a checksum and a rule, or with both.
 * @example
 * const rule = (title: string) => title.startsWith("Forrest");
 * check("exercise 1", "Forrest Gump (1994)", { rule, hint: "sort by votes" });
 */
export function check<Answer>(name: string, answer: Answer, options?: CheckOptions<Answer>): void {
  const right = options ? checkByOptions(name, answer, options) : checkByFile(name, answer);
  currentHost().writeRecord?.(JSON.stringify({ check: name, right }));
}

function checkByFile(id: string, answer: unknown): boolean {
  const exercise = findExercise(id);
  const verdict = judge(answer, exercise);
  const isWrong = verdict?.right === false && !verdict.formOnly;
  const attempts = isWrong ? countAttempt(id, answer) : 0;
  currentHost().show(feedback(id, exercise, { verdict, attempts }));
  if (verdict?.right) keepSolved(id);
  return verdict?.right ?? false;
}

function checkByOptions<Answer>(name: string, answer: Answer, options: CheckOptions<Answer>): boolean {
  if ((options.checksum === undefined) === (options.rule === undefined)) {
    throw new TypeError(`check "${name}" needs either a checksum or a rule that knows the answer`);
  }
  const { right, verdict } = judgeByOptions(answer, options);
  currentHost().show(line(right ? `✓ ${name}: ${verdict}` : `○ ${name}: ${verdict}: ${options.hint}`));
  return right;
}

function judgeByOptions<Answer>(
  answer: Answer,
  { checksum, rule }: CheckOptions<Answer>,
): { right: boolean; verdict: string } {
  if (isUntouched(answer)) return { right: false, verdict: "not answered yet" };
  try {
    const right = rule ? rule(answer) === true : checksumOf(answer) === checksum;
    return { right, verdict: right ? "right" : "not yet" };
  } catch (error) {
    return { right: false, verdict: `not yet (${error instanceof Error ? error.message : String(error)})` };
  }
}
