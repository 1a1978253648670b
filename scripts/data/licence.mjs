import { createInterface } from "node:readline/promises";
import { Stop } from "../lib/program.mjs";

/**
 * A summary of the licence, from the READMEs of these data sets.
 *
 * @param {import("./catalogue.mjs").Dataset[]} sets
 */
export function licenceText(sets) {
  const passingOn = sets.map(({ name, passable }) =>
    passable
      ? `  · pass ${name} on under these same conditions only`
      : `  · do not pass ${name} on without separate permission`,
  );
  return `MovieLens belongs to GroupLens Research, University of Minnesota, which lets everyone use it on conditions:
  · use it for research; anything commercial or revenue-bearing needs permission of GroupLens first
${passingOn.join("\n")}
  · do not state or imply that the University of Minnesota or GroupLens endorses you
  · when you publish, cite: F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and
    Context. ACM Transactions on Interactive Intelligent Systems (TiiS) 5, 4. https://doi.org/10.1145/2827872
The README of each set holds the whole text.`;
}

/**
 * Returns if the reader agrees; throws a `Stop` if not, or if there is no terminal to ask in.
 *
 * @param {AbortController} interrupt aborted by Ctrl-C at the question
 * @param {{ input?: NodeJS.ReadStream, output?: NodeJS.WriteStream }} [terminal]
 */
export async function askForAgreement(interrupt, { input = process.stdin, output = process.stdout } = {}) {
  if (!input.isTTY || !output.isTTY) {
    throw new Stop("Nobody is here to agree to this licence; where you do, add --accept-licence.");
  }
  const dialogue = createInterface({ input, output });
  dialogue.on("SIGINT", () => interrupt.abort());
  // If the input ends, question alone never resolves.
  const ended = new Promise((done) => dialogue.once("close", () => done("")));
  try {
    const answer = dialogue.question("Do you agree? (y/n) ", { signal: interrupt.signal });
    if (/^\s*y(es)?\s*$/i.test(await Promise.race([answer, ended]))) return;
  } finally {
    dialogue.close();
  }
  throw new Stop("Nothing was done, as the licence was not agreed to.");
}
