import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebookNames, notebookPath } from "./lib/course-notebooks.mjs";
import { readNotebook } from "./lib/notebook.mjs";
import { minutesOf } from "./lib/notebook-length.mjs";
import { root } from "./lib/places.mjs";
import { program } from "./lib/program.mjs";
import { readIfThere } from "./lib/stamp.mjs";

const USAGE = `Writes into notebooks/README.md how many minutes each notebook takes: 200 words and 15 lines of code a minute,
and the time that its progress bars have shown, to five minutes.

  npm run minutes [-- options]

  --check   change nothing; fail where a number is not right
  --help    this text`;

const file = join(root, "notebooks", "README.md");

/**
 * The table of a README with these minutes in its last column.
 *
 * @param {string} readme
 * @param {Record<string, number>} minutes by the names of the notebooks
 */
export function withMinutes(readme, minutes) {
  return Object.entries(minutes).reduce((text, [name, count]) => {
    const row = new RegExp(`^(\\| \\[${name}\\]\\(.*\\| )\\d+( \\|)$`, "m");
    return text.replace(row, `$1${count}$2`);
  }, readme);
}

/**
 * Writes the minutes of the course's notebooks where they are not right.
 *
 * @param {object} [options]
 * @param {boolean} [options.check] change nothing
 * @returns {boolean} whether they were right
 */
export function writeMinutes({ check = false } = {}) {
  const counts = notebookNames().map((name) => [name, minutesOf(readNotebook(notebookPath(name)))]);
  const readme = readIfThere(file);
  const right = withMinutes(readme, Object.fromEntries(counts));
  if (right !== readme && !check) writeFileSync(file, right);
  return right === readme;
}

await program(import.meta.url, {
  usage: USAGE,
  options: { check: { type: "boolean" } },
  async main({ check }) {
    const isRight = writeMinutes({ check });
    if (isRight || !check) return 0;
    console.error("The minutes in notebooks/README.md are not those of the notebooks; run: npm run minutes");
    return 1;
  },
});
