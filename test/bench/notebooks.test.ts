import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { benchmark } from "../../bench/benchmarks/notebooks.mjs";
import type { NotebookRun } from "../../bench/notebooks/measure-notebook.mjs";
import { notebookResult } from "../../bench/notebooks/notebook-result.mjs";
import { root, runNode, scratchFolder } from "../scripts/scratch-course.js";

const markdown = (source: string | string[]) => ({ cell_type: "markdown", source });
const code = (source: string) => ({ cell_type: "code", source });
const notebook = {
  cells: [
    markdown("# All of it\n\nText.\n\n```\n# no heading\n```"),
    code("first();"),
    code("  "),
    markdown("Text between."),
    code("second();"),
    markdown(["## Above\n", "\n", "### Right above | it\n"]),
    code("third();"),
  ],
};
const about = { name: "notebook", goal: 20 };
const runOf = (times: readonly (readonly [number, number])[], seconds: number): NotebookRun => ({
  seconds,
  starting: 2,
  cells: times.map(([converting, running]) => ({ converting, running })),
  hasSpark: false,
});
const runs = [
  runOf(
    [
      [1, 2],
      [0.5, 0.5],
      [2, 10],
    ],
    19,
  ),
  runOf(
    [
      [1, 3],
      [0.5, 0.5],
      [2, 11],
    ],
    21,
  ),
  runOf(
    [
      [1, 4],
      [0.5, 0.5],
      [3, 15],
    ],
    27,
  ),
];

test("the time of a notebook is split into its parts, and its longest cells have their headings", () => {
  const { longest, ...result } = notebookResult(about, notebook, runs);
  expect(result).toEqual({
    name: "notebook",
    goal: 20,
    measured: { median: 21, min: 19, max: 27 },
    starting: { median: 2, min: 2, max: 2 },
    converting: { median: 3.5, min: 3.5, max: 4.5 },
    running: { median: 14.5, min: 12.5, max: 19.5 },
    others: { median: 1, min: 1, max: 1 },
  });
  expect(longest).toEqual([
    { number: 3, heading: "Right above | it", seconds: 13, converting: 2 },
    { number: 1, heading: "All of it", seconds: 4, converting: 1 },
    { number: 2, heading: "All of it", seconds: 1, converting: 0.5 },
  ]);
});

test("a notebook that meets its goal names no cells, and one with Spark's package says that it had none", () => {
  expect(notebookResult({ ...about, goal: 21 }, notebook, runs)).not.toHaveProperty("longest");
  const cells = [...notebook.cells.slice(0, -1), code('import("reelbook-spark");')];
  const nameOf = (hasSpark: boolean) => notebookResult(about, { cells }, [{ ...runs[0]!, hasSpark }]).name;
  expect([nameOf(false), nameOf(true)]).toEqual(["notebook, without Spark", "notebook"]);
});

test("a run in which not all cells ran is refused", () => {
  const short = { ...runs[0]!, cells: runs[0]!.cells.slice(1) };
  expect(() => notebookResult(about, notebook, [runs[1]!, short])).toThrow(
    "notebook has 3 code cells, and 2 ran.",
  );
});

test("the table of the notebooks says what is met and what is missed, and where the time goes", () => {
  const missed = notebookResult(about, notebook, runs);
  const met = notebookResult({ name: "other", goal: 40 }, notebook, runs);
  expect(benchmark.table!([met])).not.toContain("longest");
  const parts = "2 s (2 s–2 s) | 3.5 s (3.5 s–4.5 s) | 14.5 s (12.5 s–19.5 s) | 1 s (1 s–1 s)";
  expect(benchmark.table!([missed, met]).split("\n").slice(2)).toEqual([
    `| notebook | 21 s (19 s–27 s) | ${parts} | at most 20 s: **missed** |`,
    `| other | 21 s (19 s–27 s) | ${parts} | at most 40 s: met |`,
    "",
    "**The longest cells of notebooks that miss their goal** (median; in brackets the cell's number):",
    "",
    "- *notebook*: [3] under “Right above | it” 13 s, converting 2 s of it; " +
      "[1] under “All of it” 4 s, converting 1 s of it; [2] under “All of it” 1 s, converting 500 ms of it.",
  ]);
});

test("in the kernel, each cell leaves when it began, and its seconds of converting and running", () => {
  const times = join(scratchFolder(), "times.jsonl");
  const hook = pathToFileURL(join(root, "bench/notebooks/cell-times.mjs")).href;
  const cells = `
    const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    const convert = (_, code) => {
      wait(40);
      const output = "await new Promise((done) => setTimeout(done, 120));";
      return { diagnostics: [], output, hasToplevelAwait: true, declOutput: code };
    };
    const { createExecutor } = require(${JSON.stringify(join(root, "node_modules/tslab/dist/executor.js"))});
    const executor = createExecutor(process.cwd(), { node: { convert } }, console);
    executor.execute("one").then(() => executor.execute("two")).then(console.log);`;
  const args = ["--import", hook, "-e", cells, "kernel"];
  const began = Date.now();
  expect(runNode(root, args, { REELBOOK_CELL_TIMES: times })).toEqual({ code: 0, printed: "true\n" });
  const lines = readFileSync(times, "utf8").trim().split("\n");
  const measured = lines.map((line) => JSON.parse(line));
  expect(measured).toHaveLength(2);
  for (const cell of measured) {
    expect(cell.began).toBeGreaterThanOrEqual(began - 1);
    expect(cell.began).toBeLessThanOrEqual(Date.now());
    expect(cell.converting).toBeGreaterThanOrEqual(0.039);
    expect(cell.running).toBeGreaterThanOrEqual(0.118);
  }
  const [first, second] = measured;
  const between = (second.began - first.began) / 1000;
  expect(between).toBeGreaterThanOrEqual(0.158);
  // No second is counted twice.
  expect(first.converting + first.running).toBeLessThan(between + 0.001);
});
