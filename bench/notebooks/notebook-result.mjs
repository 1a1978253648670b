import { textOf } from "../../scripts/lib/notebook.mjs";
import { spread } from "../lib/statistics.mjs";

/** @typedef {import("../lib/statistics.mjs").Spread} Spread */
/**
 * @typedef {object} LongCell
 * @property {number} number as Jupyter shows it in brackets after all cells have run
 * @property {string} heading the last one above it
 * @property {number} seconds median of the runs
 * @property {number} converting median of the seconds among them in which TypeScript was converted
 */
/**
 * In seconds.
 *
 * @typedef {object} NotebookResult
 * @property {string} name
 * @property {number} goal of the median, at most
 * @property {Spread} measured
 * @property {Spread} starting
 * @property {Spread} converting of all cells
 * @property {Spread} running of all cells
 * @property {Spread} others all else: messages, outputs, the end of the kernel
 * @property {LongCell[]} [longest] if the goal is missed
 */

const LONGEST = 5;

/**
 * What the runs of a notebook show.
 *
 * @param {{ name: string, goal: number }} about
 * @param {import("../../scripts/lib/notebook.mjs").Notebook} notebook
 * @param {readonly import("./measure-notebook.mjs").NotebookRun[]} runs
 * @returns {NotebookResult}
 */
export function notebookResult({ name, goal }, notebook, runs) {
  const headings = cellHeadings(notebook);
  const unlike = runs.find(({ cells }) => cells.length !== headings.length);
  if (unlike) throw new Error(`${name} has ${headings.length} code cells, and ${unlike.cells.length} ran.`);

  const totals = runs.map(({ cells, ...run }) => {
    const converting = sum(cells.map((cell) => cell.converting));
    const running = sum(cells.map((cell) => cell.running));
    return { ...run, converting, running, others: run.seconds - run.starting - converting - running };
  });
  const measured = spread(totals.map(({ seconds }) => seconds));
  return {
    name: usesSpark(notebook) && runs.some(({ hasSpark }) => !hasSpark) ? `${name}, without Spark` : name,
    goal,
    measured,
    starting: spread(totals.map(({ starting }) => starting)),
    converting: spread(totals.map(({ converting }) => converting)),
    running: spread(totals.map(({ running }) => running)),
    others: spread(totals.map(({ others }) => others)),
    ...(measured.median > goal && { longest: longestCells(headings, runs) }),
  };
}

/**
 * The headings above the code cells; an empty cell does not run.
 *
 * @param {import("../../scripts/lib/notebook.mjs").Notebook} notebook
 */
function cellHeadings({ cells }) {
  let heading = "";
  return cells.flatMap(({ cell_type, source }) => {
    const text = textOf(source);
    if (cell_type === "code") return text.trim() === "" ? [] : [heading];
    const lines = text.replace(/^```.*?^```/gms, "").matchAll(/^#+ +(.+?) *$/gm);
    heading = [...lines].at(-1)?.[1] ?? heading;
    return [];
  });
}

/**
 * @param {readonly string[]} headings
 * @param {readonly import("./measure-notebook.mjs").NotebookRun[]} runs
 * @returns {LongCell[]}
 */
function longestCells(headings, runs) {
  return headings
    .map((heading, place) => {
      const times = runs.map(({ cells }) => cells[place] ?? { converting: Number.NaN, running: Number.NaN });
      const seconds = spread(times.map(({ converting, running }) => converting + running)).median;
      const converting = spread(times.map((each) => each.converting)).median;
      return { number: place + 1, heading, seconds, converting };
    })
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, LONGEST);
}

/** @param {import("../../scripts/lib/notebook.mjs").Notebook} notebook */
function usesSpark({ cells }) {
  return cells.some(
    ({ cell_type, source }) => cell_type === "code" && textOf(source).includes("reelbook-spark"),
  );
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
