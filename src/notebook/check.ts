import { checksum as checksumOf } from "./checksum.js";
import { currentHost } from "./hosts/current-host.js";
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
 * Shows under the cell whether the answer to an exercise is right, and the hint if it is not. Never
 * throws for a wrong answer. If records are collected, writes { "check": name, "right": … }.
 *
 * @throws TypeError without a checksum and a rule, or with both.
 * @example
 * const rule = (title: string) => title.startsWith("Forrest");
 * check("exercise 1", "Forrest Gump (1994)", { rule, hint: "sort by votes" });
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
