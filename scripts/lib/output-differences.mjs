import { foldedPart } from "./folded-parts.mjs";
import { codeCells, firstLine, textOf } from "./notebook.mjs";
import { withoutPicture, withoutTimes } from "./published-notebook.mjs";

/** @typedef {import("./notebook.mjs").Notebook} Notebook */

/**
 * @typedef {object} Difference
 * @property {string} place the code cell, by number and first line, and where in its outputs
 * @property {string} published
 * @property {string} run
 */

/** How far two numbers may be apart, as a share of the larger one. */
const TOLERANCE = 1e-9;

/** Most characters of a text in a difference. */
const SHOWN = 60;

/**
 * Where the outputs of a run are not the published ones: one difference for each output that is not
 * the same. Numbers, in texts and in figures, may be apart by the billionth part; times and
 * pictures are not compared, nor folded parts whose data set the run lacks.
 *
 * @param {Notebook} published
 * @param {Notebook} executed the same code, run
 * @param {object} [options]
 * @param {number} [options.cells] how many code cells are compared, from the first on
 * @returns {Difference[]}
 */
export function outputDifferences(published, executed, { cells = Number.POSITIVE_INFINITY } = {}) {
  const runs = codeCells(executed);
  return codeCells(published)
    .slice(0, cells)
    .flatMap((cell, index) => {
      const [before, now] = [cell.outputs ?? [], runs[index]?.outputs ?? []];
      const longer = before.length > now.length ? before : now;
      return longer.flatMap((_, output) => {
        if (lacksData(before[output], now[output])) return [];
        const found = difference(comparable(before[output]), comparable(now[output]), []);
        if (!found) return [];
        const place = `code cell ${index + 1} (${firstLine(cell)})`;
        return [{ place: [place, `output ${output + 1}`, ...found.path].join(", "), ...found.values }];
      });
    });
}

/**
 * Whether an output was published with numbers of a data set that the run does not have.
 *
 * @param {Record<string, any>} [published]
 * @param {Record<string, any>} [run]
 */
export function lacksData(published, run) {
  const [before, now] = [foldedPart(published), foldedPart(run)];
  return before?.isMissing === false && now?.isMissing === true && before.data === now.data;
}

/**
 * An output as it is compared: texts as one string each, no times, no pictures.
 * @param {Record<string, any>} [output]
 */
function comparable(output) {
  if (!output) return undefined;
  const { output_type: type, name, text = "", data } = withoutPicture(output);
  const contents = Object.entries(data ?? {}).map(([mime, content]) => [mime, joined(content)]);
  return { type, name, text: withoutTimes(textOf(text)), ...Object.fromEntries(contents) };
}

/** @param {unknown} content */
function joined(content) {
  const isText = typeof content === "string" || (Array.isArray(content) && typeof content[0] === "string");
  return isText ? withoutTimes(textOf(/** @type {string} */ (content))) : content;
}

/**
 * The first difference of two JSON values.
 *
 * @param {unknown} published
 * @param {unknown} run
 * @param {string[]} path
 * @returns {{ path: string[], values: { published: string, run: string } } | undefined}
 */
function difference(published, run, path) {
  if (typeof published === "number" && typeof run === "number") {
    return areClose(published, run) ? undefined : { path, values: shown(published, run) };
  }
  if (typeof published === "string" && typeof run === "string") {
    const values = textDifference(published, run);
    return values && { path, values };
  }
  if (!isObject(published) || !isObject(run) || Array.isArray(published) !== Array.isArray(run)) {
    return Object.is(published, run) ? undefined : { path, values: shown(published, run) };
  }
  const [before, now] = [new Map(Object.entries(published)), new Map(Object.entries(run))];
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const found = difference(before.get(key), now.get(key), [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/** A number as texts hold it, with its sign and exponent. */
const NUMBER = /(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** @param {string} published @param {string} run */
function textDifference(published, run) {
  if (published === run) return undefined;
  const [before, now] = [parts(published), parts(run)];
  const at = before.findIndex((part, index) => !areSame(part, now[index]));
  if (at < 0 && before.length === now.length) return undefined;
  const start = (/** @type {string[]} */ all) => all.slice(0, at < 0 ? before.length : at).join("").length;
  const around = (/** @type {string} */ text, /** @type {number} */ from) =>
    shortened(text.slice(Math.max(0, from - 20)));
  return { published: around(published, start(before)), run: around(run, start(now)) };
}

/** Words and numbers by turns. @param {string} text */
function parts(text) {
  const numbers = text.match(NUMBER) ?? [];
  return text.split(NUMBER).flatMap((words, index) => [words, ...numbers.slice(index, index + 1)]);
}

/** @param {string} published @param {string} [run] */
function areSame(published, run) {
  if (published === run) return true;
  const [first, second] = [published, run ?? ""].map((text) =>
    Number(text.replaceAll(",", "") || Number.NaN),
  );
  return areClose(/** @type {number} */ (first), /** @type {number} */ (second));
}

/** @param {number} first @param {number} second */
function areClose(first, second) {
  return Math.abs(first - second) <= TOLERANCE * Math.max(Math.abs(first), Math.abs(second));
}

/** @param {unknown} value @returns {value is object} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

/** @param {unknown} published @param {unknown} run */
function shown(published, run) {
  return { published: shortened(JSON.stringify(published)), run: shortened(JSON.stringify(run)) };
}

/** @param {string} [text] */
function shortened(text = "nothing") {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
