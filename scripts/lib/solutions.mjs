import { textOf } from "./notebook.mjs";

/**
 * The folded solutions of a notebook, in order: each fenced `ts` block inside a `<details>` element of a Markdown cell.
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
