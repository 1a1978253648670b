import { join } from "node:path";
import { execute } from "./execution.mjs";
import { root, venvPython } from "./places.mjs";
import { run } from "./run.mjs";

/**
 * Executes a notebook in real Jupyter. The notebook's own file is never changed.
 *
 * @param {string} name of a notebook of the course, or the path of another, with or without .ipynb
 * @param {import("./execution.mjs").ExecutionOptions} [options]
 */
export function executeNotebook(name, options) {
  return execute(runInJupyter, name, options);
}

/** @type {import("./execution.mjs").CellEngine} */
export async function runInJupyter(source, executed, { folder, timeout, env }) {
  const script = join(root, "scripts", "execute-notebook.py");
  const args = [script, source, executed, folder, String(timeout)];
  const { code, stdout, stderr } = await run(venvPython, args, { env });
  return code === 0 ? { stopped: JSON.parse(stdout) } : { fault: stderr.trim().split("\n").at(-1) };
}
