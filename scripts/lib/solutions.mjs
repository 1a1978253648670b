/**
 * @typedef {object} Cell
 * @property {string} cell_type
 * @property {string | string[]} source
 * @property {Record<string, any>[]} [outputs]
 *
 * @typedef {{ cells: Cell[], [key: string]: unknown }} Notebook
 */

/**
 * The folded solutions of a notebook, in order: each fenced `ts` block inside a `<details>` element of a Markdown cell.
 *
 * @param {Notebook} notebook
 * @returns {string[]} their TypeScript
 */
export function solutionsOf(notebook) {
  return notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => [...textOf(cell.source).matchAll(/<details>.*?<\/details>/gs)])
    .flatMap(([details]) => [...details.matchAll(/^```ts\n(.*?)^```/gms)])
    .map(([, code = ""]) => code.trimEnd());
}

/** Notebooks keep text as one string or as a list of lines. @param {string | string[]} text */
export function textOf(text) {
  return Array.isArray(text) ? text.join("") : text;
}
