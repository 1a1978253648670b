import { checksum as checksumOf } from "./checksum.js";
import { currentHost } from "./hosts/current-host.js";
import { line } from "./tables/line.js";

/** How `check` knows the right answer (by a checksum or a rule), and what helps to find it. */
export interface CheckOptions<Answer> {
  /** What `checksum(answer)` gives for the right answer. */
  readonly checksum?: string;
  /** Whether an answer is right. A rule that throws counts as not right. */
  readonly rule?: (answer: Answer) => boolean;
  /** Shown until the answer is right. */
  readonly hint: string;
}

/**
 * Says under the cell whether the answer to an exercise is right, and gives the hint where it is not. Never throws for
 * a wrong answer. Where records are collected, writes { "check": name, "right": … }.
 *
 * @throws TypeError where there is neither a checksum nor a rule, or both.
 * @example
 * check("exercise 1", "Forrest Gump (1994)", { rule: (title) => title.startsWith("Forrest"), hint: "sort by votes" });
 */
export function check<Answer>(name: string, answer: Answer, options: CheckOptions<Answer>): void {
  if ((options.checksum === undefined) === (options.rule === undefined)) {
    throw new TypeError(`check "${name}" needs either a checksum or a rule that knows the answer`);
  }
  const { right, verdict } = judge(answer, options);
  const host = currentHost();
  host.show(line(right ? `✓ ${name}: ${verdict}` : `○ ${name}: ${verdict}: ${options.hint}`));
  host.writeRecord?.(JSON.stringify({ check: name, right }));
}

function judge<Answer>(
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

function isUntouched(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length === 0;
  return answer === undefined || answer === null || Number.isNaN(answer) || answer === "" || answer === "?";
}
