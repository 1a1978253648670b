import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInJupyter } from "../../scripts/lib/execute-notebook.mjs";
import { execute } from "../../scripts/lib/execution.mjs";
import { Stop } from "../../scripts/lib/program.mjs";

const hook = new URL("cell-times.mjs", import.meta.url).href;

/**
 * One run of a notebook.
 *
 * @typedef {object} NotebookRun
 * @property {number} seconds from the start of Jupyter to the end of its kernel
 * @property {number} starting seconds from the start of Jupyter to the first cell
 * @property {{ converting: number, running: number }[]} cells seconds of each code cell
 * @property {boolean} hasSpark whether it had a Spark server, which started before
 */

/**
 * Runs all cells of a notebook in Jupyter, once, and measures where the time goes.
 *
 * @param {string} name of a notebook of the course, or the path of another
 * @returns {Promise<NotebookRun>}
 */
export async function measureNotebook(name) {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-cell-times-"));
  const times = join(folder, "times.jsonl");
  let start = 0;
  let hasSpark = false;
  /** @type {import("../../scripts/lib/execution.mjs").CellEngine} */
  const engine = (source, executed, { env, ...how }) => {
    start = performance.timeOrigin + performance.now();
    hasSpark = env.SPARK_REMOTE !== undefined;
    const options = [env.NODE_OPTIONS, `--import=${hook}`].filter(Boolean).join(" ");
    const more = { NODE_OPTIONS: options, REELBOOK_CELL_TIMES: times };
    return runInJupyter(source, executed, { ...how, env: { ...env, ...more } });
  };
  try {
    const { seconds, error } = await execute(engine, name);
    if (error) throw new Stop(`${name} could not be measured: ${error}`);
    const lines = readFileSync(times, "utf8").trim().split("\n");
    const cells = lines.map((line) => /** @type {import("./cell-times.mjs").CellTimes} */ (JSON.parse(line)));
    const starting = ((cells[0]?.began ?? Number.NaN) - start) / 1000;
    const parts = cells.map(({ converting, running }) => ({ converting, running }));
    return { seconds, starting, cells: parts, hasSpark };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
