import { readFileSync } from "node:fs";

/**
 * @typedef {object} Cell
 * @property {string} cell_type
 * @property {string | string[]} source
 * @property {Record<string, any>} [metadata]
 * @property {number | null} [execution_count] null where the cell was never run
 * @property {Record<string, any>[]} [outputs]
 *
 * @typedef {{ cells: Cell[], metadata?: Record<string, any>, [key: string]: unknown }} Notebook
 */

/** What Jupyter calls a figure of plotly. */
export const PLOTLY = "application/vnd.plotly.v1+json";

/** @param {string} path @returns {Notebook} */
export function readNotebook(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Notebooks keep text as one string or as a list of lines. @param {string | string[]} text */
export function textOf(text) {
  return Array.isArray(text) ? text.join("") : text;
}

/** @param {Notebook} notebook */
export function codeCells({ cells }) {
  return cells.filter((cell) => cell.cell_type === "code");
}

/** @param {Cell} cell */
export function firstLine({ source }) {
  return textOf(source).trim().split("\n")[0] ?? "";
}
