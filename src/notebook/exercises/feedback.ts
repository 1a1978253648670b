import { escapeHtml } from "../../text/escape-html.js";
import type { Content } from "../hosts/host.js";
import type { Verdict } from "../judging/verdict.js";
import type { Exercise } from "./exercise.js";

const MOST_HINTS = 2;

/**
 * What a reader sees under an answer. Wrong for the first time: the first hint; for the second
 * time: both; from the third on also the folded solution. Right: an explanation and the folded
 * solution.
 *
 * @param attempts how many different wrong answers there were, this one included
 */
export function feedback(
  id: string,
  exercise: Exercise,
  { verdict, attempts }: { readonly verdict: Verdict | undefined; readonly attempts: number },
): Content {
  if (!verdict) return content([`○ ${id}: not answered yet`]);
  const { right, said, formOnly = false } = verdict;
  const judged = `${right ? "✓" : "○"} ${id}: ${right ? "right" : "not yet"}${said ? `: ${said}` : ""}`;
  if (right) return content([judged, exercise.explanation], exercise.solution);
  if (formOnly) return content([judged]);
  const hints = exercise.hints.slice(0, attempts).map((hint, place) => `Hint ${place + 1}: ${hint}`);
  return content([judged, ...hints], attempts > MOST_HINTS ? exercise.solution : undefined);
}

function content(lines: readonly string[], solution?: string): Content {
  const folded =
    solution === undefined
      ? ""
      : `<details><summary>Solution</summary><pre><code>${escapeHtml(solution)}</code></pre></details>`;
  return {
    html: `<div class="mathjax_ignore">${lines.map((text) => `<div>${withCode(text)}</div>`).join("")}${folded}</div>`,
    text: [...lines, ...(solution === undefined ? [] : ["Solution:", solution])].join("\n"),
  };
}

/** Text between backticks as code. */
function withCode(text: string): string {
  return text
    .split("`")
    .map((part, place) => (place % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join("");
}
