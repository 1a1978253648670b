import { homedir } from "node:os";
import { delimiter } from "node:path";
import { codeCells, firstLine, PLOTLY, textOf } from "./notebook.mjs";
import { root } from "./places.mjs";
import { stampOf } from "./stamp.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */
/** @typedef {Record<string, any>} Output */

const PNG = "image/png";
const MOST_BYTES = 1_000_000;

/** What Jupyter notes in a cell's metadata about one run and one reader. */
const VOLATILE = new Set(["collapsed", "ExecuteTime", "execution", "scrolled"]);

const OF_PICTURE = new Set([PNG]);

/** The time in the last words of a progress bar. */
const TIME_TAKEN = /(?<= (?:in|after) )\d+(?:\.\d)? (?:s|min \d\d s|h \d\d min)(?=<)/g;

/** What the code cells of a notebook say, as one short text. @param {Notebook} notebook */
export function codeHash(notebook) {
  return stampOf(codeCells(notebook).map(({ source }) => textOf(source)));
}

/**
 * A notebook with the outputs of a run, ready to be committed: without what differs from run to
 * run, and with the hash of its code and the machine it ran on. An output that is as published, but
 * for the time that something took, stays as it was with its picture.
 *
 * @param {Notebook} notebook as it is, with the outputs published before
 * @param {Notebook} executed the same code, run
 * @param {Machine} machine where it ran
 * @returns {Notebook}
 */
export function withOutputs(notebook, executed, { node, platform, data }) {
  const runs = codeCells(executed).values();
  let count = 0;
  const cells = notebook.cells.map((cell) => {
    const metadata = without(VOLATILE, cell.metadata);
    const text = { ...cell, metadata, source: linesOf(textOf(cell.source)) };
    if (cell.cell_type !== "code") return text;
    const { execution_count = null, outputs = [] } = runs.next().value ?? {};
    return {
      ...text,
      execution_count: execution_count === null ? null : ++count,
      outputs: outputs.map((output, place) => settled(output, cell.outputs?.[place])),
    };
  });
  const { language_info: language, ...metadata } = notebook.metadata ?? {};
  return {
    ...notebook,
    cells,
    metadata: {
      ...metadata,
      ...(language && { language_info: without(new Set(["version"]), language) }),
      reelbook: { codeHash: codeHash(executed), node, platform, ...(dependsOnData(executed) && { data }) },
    },
  };
}

/**
 * Whether a notebook runs on the largest of several data sets that is there.
 * @param {Notebook} notebook
 */
export function dependsOnData(notebook) {
  return codeCells(notebook).some(({ source }) => textOf(source).includes('"auto"'));
}

/**
 * The published output where a new one differs from it only by chance.
 * @param {Output} output
 * @param {Output} [published]
 */
function settled(output, published) {
  return published && essence(output) === essence(published) ? published : output;
}

/** @param {Output} output */
function essence(output) {
  return withoutTimes(notebookText(withoutPicture(output)));
}

/** @param {Output} output @returns {Output} */
export function withoutPicture(output) {
  const data = without(OF_PICTURE, output.data);
  const metadata = without(OF_PICTURE, output.metadata);
  return { ...output, data, metadata };
}

/**
 * A text of an output without what a clock has measured: how long a progress bar took, columns of
 * seconds.
 * @param {string} text
 */
export function withoutTimes(text) {
  return text.replace(TIME_TAKEN, "").replace(/<table>.*?<\/table>/gs, withoutSeconds);
}

/** @param {string} table in HTML */
function withoutSeconds(table) {
  const titles = [...table.matchAll(/<th\b[^>]*>([^<]*)/g)].map(([, title]) => title);
  const column = titles.indexOf("seconds");
  return column < 0 ? table : table.replace(/<tr>.*?<\/tr>/gs, (row) => withoutCell(row, column));
}

/** @param {string} row in HTML @param {number} column */
function withoutCell(row, column) {
  let place = 0;
  return row.replace(/(<td\b[^>]*>)[^<]*/g, (cell, tag) => (place++ === column ? tag : cell));
}

/**
 * The outputs that hold a figure and no picture of it yet.
 * @param {Notebook} notebook
 * @returns {Output[]}
 */
export function figuresWithoutPicture(notebook) {
  return codeCells(notebook)
    .flatMap(({ outputs = [] }) => outputs)
    .filter(lacksPicture);
}

/** @param {Output} output */
function lacksPicture({ data = {} }) {
  return PLOTLY in data && !(PNG in data);
}

/**
 * A notebook with pictures beside the figures that had none, and their size in the page, which is
 * half of their own.
 *
 * @param {Notebook} notebook
 * @param {Map<Output, import("./draw-figures.mjs").Picture>} pictures
 */
export function withPictures(notebook, pictures) {
  const cells = notebook.cells.map((cell) => {
    if (!cell.outputs) return cell;
    const outputs = cell.outputs.map((output) => {
      const picture = pictures.get(output);
      if (!picture) return output;
      const { png, ...size } = picture;
      const data = { ...output.data, [PNG]: png.toString("base64") };
      return { ...output, data, metadata: { ...output.metadata, [PNG]: size } };
    });
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}

/**
 * What is wrong with a published notebook, in plain words; none where it may be committed.
 *
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function problemsOf(notebook) {
  const { codeHash: hash, ...machine } = notebook.metadata?.reelbook ?? {};
  if (!hash) return ["it was never published"];
  if (hash !== codeHash(notebook)) return ["its code cells have changed since it was run for publishing"];
  const unknown = ["node", "platform", ...(dependsOnData(notebook) ? ["data"] : [])].filter(
    (key) => !machine[key],
  );
  if (unknown.length > 0) return [`it does not say on which ${unknown.join(" and ")} it was run`];

  const problems = codeCells(notebook).flatMap((cell, index) => {
    const { execution_count = null, outputs = [] } = cell;
    const place = `code cell ${index + 1} (${firstLine(cell)})`;
    const path = machinePaths().find((each) => holds(outputs, each));
    return [
      ...(execution_count === null && firstLine(cell) !== "" ? [`${place} was never run`] : []),
      ...(outputs.some(lacksPicture) ? [`${place} has a figure without its picture`] : []),
      ...(path ? [`${place} shows a path of this machine, ${path}; let it show a name`] : []),
    ];
  });
  const bytes = sizeOf(notebook);
  return bytes > MOST_BYTES ? [...problems, tooLarge(notebook, bytes)] : problems;
}

/** @param {Notebook} notebook @param {number} bytes */
function tooLarge(notebook, bytes) {
  const largest = codeCells(notebook)
    .map((cell, index) => ({ index, cell, bytes: sizeOf(cell.outputs ?? []) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
    .map((each) => `code cell ${each.index + 1} (${firstLine(each.cell)}) ${kilobytes(each.bytes)}`);
  return (
    `it takes ${kilobytes(bytes)}, more than ${kilobytes(MOST_BYTES)}; let it show less, most of it is in the ` +
    `outputs of ${largest.join(", ")}`
  );
}

/** @param {object} value a notebook or a part of one */
function sizeOf(value) {
  return Buffer.byteLength(notebookText(value));
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} kB`;
}

/** Folders that say whose machine it was. */
function machinePaths() {
  const data = (process.env.REELBOOK_DATA ?? "").split(delimiter);
  return [root, homedir(), ...data].filter((path) => path.length > 1);
}

/**
 * Whether a text among these outputs names this path or one below it.
 * @param {Output[]} outputs
 * @param {string} path
 */
function holds(outputs, path) {
  const asJson = JSON.stringify(path).slice(1, -1);
  const found = new RegExp(`${asJson.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w-])`);
  return found.test(JSON.stringify(outputs.map(({ data, ...rest }) => [rest, without(OF_PICTURE, data)])));
}

/**
 * A notebook as nbformat writes it: keys in order, one space a level, a line at the end.
 * @param {object} value
 */
export function notebookText(value) {
  const inOrder = (/** @type {string} */ _, /** @type {unknown} */ each) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  return `${JSON.stringify(value, inOrder, 1)}\n`;
}

/** @param {string} text */
function linesOf(text) {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** @param {Set<string>} keys @param {Record<string, any>} [object] */
function without(keys, object = {}) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}
