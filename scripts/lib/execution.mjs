import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { keepClaims } from "./claims.mjs";
import { notebookPath } from "./course-notebooks.mjs";
import { exercisesBeside } from "./exercise-files.mjs";
import { firstLine, readNotebook, textOf } from "./notebook.mjs";
import { writeHtml } from "./notebook-html.mjs";
import { jupyterEnvironment } from "./places.mjs";
import { solutionCells, solutionsOf, uncheckedExercises, unpairedGuesses } from "./solutions.mjs";
import { withSpark } from "./spark-for-notebook.mjs";
import { readIfThere } from "./stamp.mjs";

/** @typedef {import("./notebook.mjs").Cell} Cell */

/**
 * @typedef {{ why: "error" | "timeout" | "dead kernel", cell: number }} Stopped the cell that ended
 *   a run early
 */

/**
 * @typedef {object} ExecutionOptions
 * @property {Record<string, string>} [parameters] what replaces the defaults of the notebook's
 *   `parameters()`
 * @property {boolean} [withSolutions] run the folded solutions too; then every exercise must come
 *   out right
 * @property {number} [timeout] seconds for one cell
 * @property {string} [output] where to write the executed notebook: a file, or an existing folder
 * @property {string} [html] where to write it as a web page
 */

/**
 * @typedef {object} Execution
 * @property {string} name
 * @property {number} seconds
 * @property {Record<string, unknown>} records what the notebook recorded, by name
 * @property {Record<string, boolean>} checks the last verdict on each exercise, by name
 * @property {Record<string, boolean>} claims whether each of its claims holds
 * @property {string} [error] what stopped the notebook, which exercise has no right solution, or
 *   which claim does not hold with the notebook's own parameters
 */

/**
 * Runs the cells of one notebook file and writes the file with its outputs.
 *
 * @callback CellEngine
 * @param {string} source path of the notebook to execute
 * @param {string} executed where to write it with its outputs
 * @param {{ folder: string, timeout: number, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ stopped?: Stopped | null, fault?: string }>} `stopped`: the cell that ended
 *   it early; `fault`: why it could not run at all
 */

/**
 * Executes a notebook with one engine and collects what it recorded. The notebook's own file is
 * never changed.
 *
 * @param {CellEngine} engine
 * @param {string} name of a notebook of the course, or the path of another, with or without .ipynb
 * @param {ExecutionOptions} [options]
 * @returns {Promise<Execution>}
 */
export async function execute(
  engine,
  name,
  { parameters = {}, withSolutions = false, timeout = 300, output, html } = {},
) {
  const path = notebookPath(name);
  const notebook = readNotebook(path);
  const exercises = withSolutions ? exercisesBeside(path) : {};
  const solutions = withSolutions ? [...solutionsOf(notebook), ...solutionCells(exercises)] : [];
  const cells = [...notebook.cells, ...solutions.map(codeCell)];

  const folder = mkdtempSync(join(tmpdir(), "reelbook-"));
  const [source, executed, log] = ["source.ipynb", "executed.ipynb", "records.jsonl"].map((file) =>
    join(folder, file),
  );
  try {
    writeFileSync(source, JSON.stringify({ ...notebook, cells }));
    const given = { REELBOOK_PARAMETERS: JSON.stringify(parameters), REELBOOK_RECORDS: log };
    const { stopped, fault, seconds } = await withSpark(notebook, parameters, async (env) => {
      const start = performance.now();
      const ended = await engine(source, executed, {
        folder: dirname(path),
        timeout,
        env: { ...jupyterEnvironment(), ...given, ...env },
      });
      return { ...ended, seconds: (performance.now() - start) / 1000 };
    });
    const result = { name: basename(path, ".ipynb"), seconds, ...readLog(log) };
    if (fault) return { ...result, error: `Jupyter could not run it: ${fault}` };

    if (output) copyFileSync(executed, isFolder(output) ? join(output, basename(path)) : output);
    if (html) await writeHtml(executed, html);
    keepClaims(path, parameters, result.claims);
    const error = stopped
      ? describe(stopped, readNotebook(executed).cells, { own: notebook.cells.length, timeout })
      : (withSolutions && unsolved(notebook, exercises, result.checks)) ||
        (Object.keys(parameters).length === 0 && falseClaims(result.claims));
    return error ? { ...result, error } : result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} source @param {number} index */
function codeCell(source, index) {
  return {
    cell_type: "code",
    id: `solution-${index + 1}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  };
}

/**
 * Reads what `record`, `check` and `claim` of the library have appended, one JSON object a line.
 *
 * @param {string} log
 */
function readLog(log) {
  const lines = readIfThere(log).split("\n").filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line));
  const records = entries.filter((entry) => "name" in entry).map(({ name, value }) => [name, value]);
  const checks = entries.filter((entry) => "check" in entry).map(({ check, right }) => [check, right]);
  const claims = entries.filter((entry) => "claim" in entry).map(({ claim, holds }) => [claim, holds]);
  const [byName, judged, held] = [records, checks, claims].map((pairs) => Object.fromEntries(pairs));
  return { records: byName, checks: judged, claims: held };
}

/**
 * @param {Stopped} stopped
 * @param {Cell[]} cells executed
 * @param {{ own: number, timeout: number }} options `own`: how many cells come before the solutions
 */
function describe({ why, cell: index }, cells, { own, timeout }) {
  const cell = /** @type {Cell} */ (cells[index]);
  const number = cells.slice(0, index + 1).filter((each) => each.cell_type === "code").length;
  const place = index < own ? `code cell ${number}` : `solution ${index - own + 1}`;
  const where = `${place} (${firstLine(cell)})`;
  if (why === "timeout") return `${where} took longer than ${timeout} s; --timeout gives it more.`;
  if (why === "dead kernel") return `the kernel died in ${where}.`;
  return `${where} failed:\n${message(cell)}`;
}

/** The kernel's own words. @param {Cell} cell */
function message({ outputs = [] }) {
  const said = outputs.filter((output) => output.name === "stderr").map((output) => textOf(output.text));
  return said.join("").trim();
}

/**
 * @param {import("./notebook.mjs").Notebook} notebook
 * @param {import("./solutions.mjs").Exercises} exercises
 * @param {Record<string, boolean>} checks
 */
function unsolved(notebook, exercises, checks) {
  const problems = [...uncheckedExercises(notebook, exercises), ...unpairedGuesses(notebook)];
  if (problems.length > 0) return `${problems.join("; ")}.`;
  const wrong = Object.keys(checks).filter((name) => !checks[name]);
  return wrong.length > 0 && `the solution of ${wrong.join(" and ")} does not come out right.`;
}

/** @param {Record<string, boolean>} claims */
function falseClaims(claims) {
  const broken = Object.keys(claims).filter((claim) => !claims[claim]);
  return broken.length > 0 && `with its own parameters it does not hold that ${broken.join("; that ")}.`;
}
