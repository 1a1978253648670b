import { codeCells, textOf } from "./notebook.mjs";

/** @typedef {import("./notebook.mjs").Notebook} Notebook */

/** What a reader takes in within a minute. */
const [WORDS, LINES] = [200, 15];
const ROUNDED_TO = 5;

/** The Markdown cells of a notebook as a reader sees them first, with folded parts closed. */
const FOLDED = /<details>.*?<\/details>/gs;
/** Programs, formulas on their own lines, tags, addresses of links, and the lines of tables. */
const NO_WORDS = /```.*?```|\$\$.*?\$\$|<[^>]+>|\]\([^)]*\)|^\s*\|[\s|:-]+\|\s*$/gms;

/** How many words each prose cell shows outside its folded parts. @param {Notebook} notebook */
export function wordsByCell({ cells }) {
  const prose = cells.filter((cell) => cell.cell_type === "markdown").map(({ source }) => textOf(source));
  return prose.map((text) => wordCount(text.replace(FOLDED, " ")));
}

/** @param {string} text */
function wordCount(text) {
  return text.replace(NO_WORDS, " ").match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0;
}

/** How many lines of code a notebook has; empty ones do not count. @param {Notebook} notebook */
export function codeLines(notebook) {
  const lines = codeCells(notebook).flatMap(({ source }) => textOf(source).split("\n"));
  return lines.filter((line) => line.trim() !== "").length;
}

/**
 * How many seconds the progress bars of a published notebook have measured, of those tasks that
 * they name.
 * @param {Notebook} notebook
 */
export function taskSeconds(notebook) {
  const outputs = codeCells(notebook).flatMap(({ outputs = [] }) => outputs);
  const shown = outputs.map(({ data }) => textOf(data?.["text/html"] ?? ""));
  const times = shown.flatMap((text) => [...text.matchAll(/✓ [^<]* in (?:(\d+) min )?([\d.]+) s</g)]);
  return times.reduce((sum, [, minutes = "0", seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/**
 * The minutes that a notebook takes: reading, at a steady pace, and its tasks.
 * @param {Notebook} notebook
 */
export function minutesOf(notebook) {
  const words = wordsByCell(notebook).reduce((sum, count) => sum + count, 0);
  const minutes = words / WORDS + codeLines(notebook) / LINES + taskSeconds(notebook) / 60;
  return Math.max(ROUNDED_TO, ROUNDED_TO * Math.round(minutes / ROUNDED_TO));
}
