import { codeCells, textOf } from "./notebook.mjs";

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

const EXERCISE = /^\*\*(Exercise \d+)/gm;
const CHECK = /\bcheck\(\s*"([^"]+)"/g;

/**
 * The exercises of a notebook that nothing would check: in its prose without a cell that calls
 * `check` for it, or with a solution that does not. The prose calls `check("exercise 1", …)`
 * **Exercise 1**.
 *
 * @param {import("./notebook.mjs").Notebook} notebook
 * @returns {string[]} what is wrong, in plain words
 */
export function uncheckedExercises(notebook) {
  const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map(sourceOf);
  const asked = prose.flatMap((text) => matches(EXERCISE, text)).map((name) => name.toLowerCase());
  const checked = codeCells(notebook).flatMap((cell) => matches(CHECK, sourceOf(cell)));
  const solutions = solutionsOf(notebook).map((code) => matches(CHECK, code));
  const solved = solutions.flat();
  const names = [...new Set([...asked, ...checked, ...solved])];
  return [
    ...names.filter((name) => !checked.includes(name)).map((name) => `${name} has no cell with its check`),
    ...names.filter((name) => !solved.includes(name)).map((name) => `${name} has no solution with its check`),
    ...solutions.flatMap((own, index) => (own.length > 0 ? [] : [`solution ${index + 1} calls no check`])),
  ];
}

/** @param {import("./notebook.mjs").Cell} cell */
function sourceOf({ source }) {
  return textOf(source);
}

/** What the pattern's group takes from a text. @param {RegExp} pattern @param {string} text */
function matches(pattern, text) {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}
