import { codeCells, textOf } from "./notebook.mjs";
import { solutionCell } from "./solution-cell.mjs";

/**
 * The folded solutions of a notebook, in order: each fenced `ts` block inside a `<details>` element
 * of a Markdown cell.
 *
 * @param {import("./notebook.mjs").Notebook} notebook
 * @returns {string[]} their TypeScript
 */
export function solutionsOf(notebook) {
  return notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => [...textOf(cell.source).matchAll(/<details>.*?<\/details>/gs)])
    .flatMap(([details]) => [...details.matchAll(/^```ts\n(.*?)^```/gms)])
    .map(([, code = ""]) => code.trimEnd());
}

const EXERCISE = /^\*\*(?:Exercise (\d+\.\d+)|(Exercise \d+))/gm;
const CHECK = /\bcheck\(\s*"([^"]+)"/g;
const GUESS = /\bguess\(\s*"([^"]+)"/g;
const REVEAL = /\breveal\(\s*"([^"]+)"/g;
const OF_FILE = /^\d+\.\d+$/;

/** @typedef {Record<string, Record<string, unknown>>} Exercises a file of `notebooks/exercises` */

/**
 * The cells that run the solutions of a file of exercises.
 * @param {Exercises} exercises
 * @returns {string[]}
 */
export function solutionCells(exercises) {
  return Object.entries(exercises).flatMap(([id, { solution }]) => solutionCell(id, linesOf(solution)) ?? []);
}

/**
 * The exercises of a notebook that nothing would check: in its prose without a cell that calls
 * `check` for it, or with a solution that does not. The prose calls `check("02.1", …)` **Exercise
 * 02.1**, which is in the file of exercises too; and `check("exercise 1", …)` **Exercise 1**, whose
 * solution is folded below it.
 *
 * @param {import("./notebook.mjs").Notebook} notebook
 * @param {Exercises} [exercises] those of its file
 * @returns {string[]} what is wrong, in plain words
 */
export function uncheckedExercises(notebook, exercises = {}) {
  const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map(sourceOf);
  const asked = prose.flatMap((text) => matches(EXERCISE, text)).map((name) => name.toLowerCase());
  const checked = codeCells(notebook).flatMap((cell) => matches(CHECK, sourceOf(cell)));
  const solutions = solutionsOf(notebook).map((code) => matches(CHECK, code));
  const solved = solutions.flat();
  const names = [...new Set([...asked, ...checked, ...solved, ...Object.keys(exercises)])];
  const [ofFile, folded] = [names.filter(isOfFile), names.filter((name) => !isOfFile(name))];
  return [
    ...names.filter((name) => !checked.includes(name)).map((name) => `${name} has no cell with its check`),
    ...folded
      .filter((name) => !solved.includes(name))
      .map((name) => `${name} has no solution with its check`),
    ...ofFile.filter((id) => !(id in exercises)).map((id) => `${id} is not in the file of exercises`),
    ...ofFile
      .filter((id) => !asked.includes(id))
      .map((id) => `${id} has no text that begins **Exercise ${id}`),
    ...Object.entries(exercises)
      .filter(([id, { solution }]) => !solutionCell(id, linesOf(solution)))
      .map(([id]) => `the solution of ${id} does not end with an expression, its answer`),
    ...solutions.flatMap((own, index) => (own.length > 0 ? [] : [`solution ${index + 1} calls no check`])),
  ];
}

/**
 * The guesses that nothing reveals, and the reveals that no guess comes before.
 *
 * @param {import("./notebook.mjs").Notebook} notebook
 * @returns {string[]} what is wrong, in plain words
 */
export function unpairedGuesses(notebook) {
  const code = codeCells(notebook).map(sourceOf).join("\n");
  const [guessed, revealed] = [matches(GUESS, code), matches(REVEAL, code)];
  return [
    ...guessed.filter((name) => !revealed.includes(name)).map((name) => `"${name}" is guessed, not revealed`),
    ...revealed.filter((name) => !guessed.includes(name)).map((name) => `"${name}" is revealed, not guessed`),
  ];
}

/** @param {string} name */
function isOfFile(name) {
  return OF_FILE.test(name);
}

/** @param {unknown} solution a text or a list of lines */
function linesOf(solution) {
  return Array.isArray(solution) ? solution.join("\n") : String(solution);
}

/** @param {import("./notebook.mjs").Cell} cell */
function sourceOf({ source }) {
  return textOf(source);
}

/** What a group of the pattern takes from a text. @param {RegExp} pattern @param {string} text */
function matches(pattern, text) {
  return [...text.matchAll(pattern)].map(([, first, second = ""]) => first ?? second);
}
