import { currentHost } from "./hosts/current-host.js";
import { line } from "./tables/line.js";

const made = new Set<string>();

/**
 * Guards a sentence of the text that other data or parameters could make false: silent while the
 * condition is true, otherwise a note under the cell. If records are collected, writes { "claim":
 * …, "holds": … }; each sentence is then used once.
 *
 * @param sentence as it reads in the note, without a capital and a full stop
 * @throws TypeError for a condition that is not true or false; RangeError for a sentence used twice
 *   while records are collected.
 * @example
 * claim("most movies have fewer than ten ratings", ratings.items.size > 1000);
 */
export function claim(sentence: string, condition: boolean): void {
  if (typeof condition !== "boolean") {
    throw new TypeError(`claim "${sentence}" has ${String(condition)} as condition; give it true or false`);
  }
  const { writeRecord } = currentHost();
  if (writeRecord && made.has(sentence)) {
    throw new RangeError(
      `claim "${sentence}" was already made in this run; give each claim its own sentence`,
    );
  }
  made.add(sentence);
  writeRecord?.(JSON.stringify({ claim: sentence, holds: condition }));
  if (condition) return;
  currentHost().show(line(`With these data or parameters this does not hold: ${sentence}.`));
}
