import { isEngine } from "./how-to-get.mjs";
import { codeCells, textOf } from "./notebook.mjs";

/** @typedef {import("./notebook.mjs").Notebook} Notebook */
/** @typedef {Record<string, any>} Output */

/** How `folded` marks a part: with the data set that it was computed on, or that is missing. */
const MARK = /<details data-(needs|missing)="([^"]*)"/;
/** A part, with its title and its content. */
const PART = /<summary>(.*?)<\/summary>\n(.*)\n<\/details>/s;

/**
 * The data set that a folded output was computed on, and whether it was missing; undefined for any
 * other output.
 *
 * @param {Output} [output]
 * @returns {{ data: string, isMissing: boolean } | undefined}
 */
export function foldedPart(output) {
  const [, kind, data] = MARK.exec(textOf(output?.data?.["text/html"] ?? "")) ?? [];
  return data === undefined ? undefined : { data, isMissing: kind === "missing" };
}

/**
 * The data sets whose numbers are in the published notebook, and would not be in it after this run.
 *
 * @param {Notebook} published
 * @param {Notebook} executed
 */
export function lostData(published, executed) {
  const present = new Set(partsOf(published).flatMap(({ data, isMissing }) => (isMissing ? [] : [data])));
  const missing = new Set(partsOf(executed).flatMap(({ data, isMissing }) => (isMissing ? [data] : [])));
  return [...present].filter((data) => missing.has(data));
}

/**
 * The HTML of the parts that engines computed, by their titles, for readers without these.
 *
 * @param {Notebook[]} published
 * @returns {Record<string, string>}
 */
export function storedParts(published) {
  const outputs = published.flatMap(codeCells).flatMap((cell) => cell.outputs ?? []);
  const parts = outputs.flatMap((output) => {
    const { data = "", isMissing } = foldedPart(output) ?? {};
    if (!isEngine(data) || isMissing) return [];
    const [, title = "", html = ""] = PART.exec(textOf(output.data["text/html"])) ?? [];
    return [[title, html]];
  });
  return Object.fromEntries(parts);
}

/** @param {Notebook} notebook */
function partsOf(notebook) {
  return codeCells(notebook)
    .flatMap(({ outputs = [] }) => outputs)
    .flatMap((output) => foldedPart(output) ?? []);
}
