import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { firstLine, readNotebook, textOf } from "./notebook.mjs";
import { writeHtml } from "./notebook-html.mjs";
import { jupyterEnvironment, root, venvPython } from "./places.mjs";
import { Stop } from "./program.mjs";
import { run } from "./run.mjs";
import { solutionsOf } from "./solutions.mjs";
import { readIfThere } from "./stamp.mjs";

/** @typedef {import("./notebook.mjs").Cell} Cell */
/** @typedef {{ why: "error" | "timeout" | "dead kernel", cell: number }} Stopped as execute-notebook.py prints it */

/**
 * @typedef {object} Execution
 * @property {string} name
 * @property {number} seconds
 * @property {Record<string, unknown>} records what the notebook recorded, by name
 * @property {Record<string, boolean>} checks the last verdict on each exercise, by name
 * @property {string} [error] what stopped the notebook, or which exercise has no right solution
 */

/** The names of the course's notebooks, in order. */
export function notebookNames() {
  const files = readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"));
  return files.map((file) => basename(file, ".ipynb")).sort();
}

/**
 * Executes a notebook in real Jupyter. The notebook's own file is never changed.
 *
 * @param {string} name of a notebook of the course, or the path of another, with or without .ipynb
 * @param {object} [options]
 * @param {Record<string, string>} [options.parameters] what replaces the defaults of the notebook's `parameters()`
 * @param {boolean} [options.withSolutions] run the folded solutions too; then every exercise must come out right
 * @param {number} [options.timeout] seconds for one cell
 * @param {string} [options.output] where to write the executed notebook: a file, or a folder that is there
 * @param {string} [options.html] where to write it as a web page
 * @returns {Promise<Execution>}
 */
export async function executeNotebook(
  name,
  { parameters = {}, withSolutions = false, timeout = 300, output, html } = {},
) {
  const path = notebookPath(name);
  const notebook = readNotebook(path);
  const solutions = withSolutions ? solutionsOf(notebook) : [];
  const cells = [...notebook.cells, ...solutions.map(codeCell)];

  const folder = mkdtempSync(join(tmpdir(), "reelbook-"));
  const [source, executed, log] = ["source.ipynb", "executed.ipynb", "records.jsonl"].map((file) =>
    join(folder, file),
  );
  try {
    writeFileSync(source, JSON.stringify({ ...notebook, cells }));
    const start = performance.now();
    const { stopped, fault } = await runInJupyter(source, executed, {
      folder: dirname(path),
      timeout,
      env: { REELBOOK_PARAMETERS: JSON.stringify(parameters), REELBOOK_RECORDS: log },
    });
    const seconds = (performance.now() - start) / 1000;
    const result = { name: basename(path, ".ipynb"), seconds, ...readLog(log) };
    if (fault) return { ...result, error: `Jupyter could not run it: ${fault}` };

    if (output) copyFileSync(executed, isFolder(output) ? join(output, basename(path)) : output);
    if (html) await writeHtml(executed, html);
    const error = stopped
      ? describe(stopped, readNotebook(executed).cells, { own: notebook.cells.length, timeout })
      : withSolutions && unsolved(result.checks);
    return error ? { ...result, error } : result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The path of a notebook; a `Stop` that names those there are where there is none. @param {string} name */
export function notebookPath(name) {
  const file = name.endsWith(".ipynb") ? name : `${name}.ipynb`;
  const path = [join(root, "notebooks", file), resolve(file)].find(existsSync);
  if (path) return path;
  throw new Stop(`There is no notebook "${name}"; there are: ${notebookNames().join(", ") || "none yet"}.`);
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * @param {string} source path of the notebook to execute
 * @param {string} executed where to write it with its outputs
 * @param {{ folder: string, timeout: number, env: Record<string, string> }} options
 * @returns {Promise<{ stopped?: Stopped | null, fault?: string }>} `stopped`: the cell that ended it early; `fault`:
 *   why Jupyter could not run it at all
 */
async function runInJupyter(source, executed, { folder, timeout, env }) {
  const script = join(root, "scripts", "execute-notebook.py");
  const { code, stdout, stderr } = await run(
    venvPython,
    [script, source, executed, folder, String(timeout)],
    {
      env: { ...jupyterEnvironment(), ...env },
    },
  );
  return code === 0 ? { stopped: JSON.parse(stdout) } : { fault: stderr.trim().split("\n").at(-1) };
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
 * Reads what `record` and `check` of the library have appended, one JSON object a line.
 *
 * @param {string} log
 */
function readLog(log) {
  const lines = readIfThere(log).split("\n").filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line));
  const records = entries.filter((entry) => "name" in entry).map(({ name, value }) => [name, value]);
  const checks = entries.filter((entry) => "check" in entry).map(({ check, right }) => [check, right]);
  return { records: Object.fromEntries(records), checks: Object.fromEntries(checks) };
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

/** The kernel's own words, less the frames of the stack that lie in Node and tslab. @param {Cell} cell */
function message({ outputs = [] }) {
  const said = outputs.filter((output) => output.name === "stderr").map((output) => textOf(output.text));
  const lines = said.join("").trim().split("\n");
  return lines.filter((line) => !/^\s+at .*(node:|tslab|evalmachine)/.test(line)).join("\n");
}

/** @param {Record<string, boolean>} checks */
function unsolved(checks) {
  const wrong = Object.keys(checks).filter((name) => !checks[name]);
  return wrong.length > 0 && `the solution of ${wrong.join(" and ")} does not come out right.`;
}
