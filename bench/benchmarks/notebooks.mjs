import { notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { readNotebook } from "../../scripts/lib/notebook.mjs";
import { useSharedData } from "../../scripts/lib/places.mjs";
import { setUp } from "../../scripts/set-up.mjs";
import { verdict } from "../lib/benchmark.mjs";
import { duration, withSpread } from "../lib/format.mjs";
import { markdownTable } from "../lib/table.mjs";
import { measureNotebook } from "../notebooks/measure-notebook.mjs";
import { notebookResult } from "../notebooks/notebook-result.mjs";

/** @typedef {import("../notebooks/notebook-result.mjs").NotebookResult} NotebookResult */

const GOALS = [
  { name: "09-measure", goal: 20 },
  { name: "10-hybrid", goal: 20 },
  { name: "11-state-of-the-art", goal: 20 },
  { name: "14-large", goal: 40 },
];

/** @type {import("../lib/benchmark.mjs").Benchmark<NotebookResult>} */
export const benchmark = {
  title: "Notebooks in Jupyter",
  about:
    "All cells of a notebook with its own parameters, run by Jupyter in its kernel, one notebook after the other, median of 3 runs; " +
    "solutions of exercises do not run. *All* is from the start of Jupyter to the end of its kernel. *Starting* ends with the first cell; " +
    "*converting* is tslab's compiling of TypeScript, measured in the kernel, which keeps nothing of it from run to run; *running* is the rest of the cells; " +
    "*others* are messages, the writing of outputs, and the end of the kernel. The Spark server of 14 starts before.",
  table: (results) =>
    [
      markdownTable(["", "all", "starting", "converting", "running", "others", "goal"], results.map(row)),
      ...longestCells(results),
    ].join("\n\n"),
  async measure({ quick }) {
    useSharedData();
    await setUp();
    const results = [];
    for (const about of GOALS) {
      const runs = [];
      for (let run = 0; run < (quick ? 1 : 3); run++) runs.push(await measureNotebook(about.name));
      results.push(notebookResult(about, readNotebook(notebookPath(about.name)), runs));
    }
    return results;
  },
};

/** @param {NotebookResult} result */
function row({ name, goal, measured, starting, converting, running, others }) {
  const times = [measured, starting, converting, running, others];
  const isMet = measured.median <= goal;
  return [
    name,
    ...times.map((each) => withSpread(each, duration)),
    verdict(`at most ${duration(goal)}`, isMet),
  ];
}

/** @param {readonly NotebookResult[]} results @returns {string[]} a paragraph, or none */
function longestCells(results) {
  const lines = results.flatMap(({ name, longest }) =>
    longest ? [`- *${name}*: ${longest.map(cellText).join("; ")}.`] : [],
  );
  if (lines.length === 0) return [];
  const title = "**The longest cells of notebooks that miss their goal**";
  return [`${title} (median; in brackets the cell's number):\n\n${lines.join("\n")}`];
}

/** @param {import("../notebooks/notebook-result.mjs").LongCell} cell */
function cellText({ number, heading, seconds, converting }) {
  return `[${number}] under “${heading}” ${duration(seconds)}, converting ${duration(converting)} of it`;
}
