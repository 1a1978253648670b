import { fork } from "node:child_process";
import events from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { execute } from "./execution.mjs";
import { readNotebook, textOf } from "./notebook.mjs";
import { root } from "./places.mjs";

/**
 * @typedef {{ status: "ok" | "error" | "abort", outputs: Record<string, any>[] }} Reply of
 *   cell-process.mjs
 */

/**
 * Executes a notebook as `executeNotebook` does, with the same result, but without Jupyter: tslab's
 * own converter and executor in one Node process, which ends with the notebook, so that no notebook
 * can disturb another.
 *
 * @param {string} name of a notebook of the course, or the path of another, with or without .ipynb
 * @param {import("./execution.mjs").ExecutionOptions} [options]
 */
export function runNotebook(name, options) {
  return execute(runInProcess, name, options);
}

/** @type {import("./execution.mjs").CellEngine} */
async function runInProcess(source, executed, { folder, timeout, env }) {
  const notebook = readNotebook(source);
  const kernel = fork(join(root, "scripts/lib/cell-process.mjs"), {
    cwd: folder,
    env,
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let count = 0;
  try {
    for (const [index, cell] of notebook.cells.entries()) {
      const code = textOf(cell.source);
      if (cell.cell_type !== "code" || code.trim() === "") continue;
      const reply = await replyTo(kernel, code, timeout);
      if (typeof reply === "string") return { stopped: { why: reply, cell: index } };
      cell.execution_count = ++count;
      cell.outputs = reply.outputs;
      if (reply.status !== "ok") return { stopped: { why: "error", cell: index } };
    }
    return { stopped: null };
  } finally {
    kernel.kill("SIGKILL");
    writeFileSync(executed, JSON.stringify(notebook));
  }
}

/**
 * @param {import("node:child_process").ChildProcess} kernel
 * @param {string} code
 * @param {number} timeout seconds
 * @returns {Promise<Reply | "timeout" | "dead kernel">}
 */
async function replyTo(kernel, code, timeout) {
  const ended = new AbortController();
  const { signal } = ended;
  /** @param {string} event */
  const once = async (event) => (await events.once(kernel, event, { signal }))[0];
  try {
    kernel.send({ code }, () => {});
    return await Promise.race([
      once("message"),
      once("exit").then(() => /** @type {const} */ ("dead kernel")),
      pause(timeout * 1000, /** @type {const} */ ("timeout"), { signal }),
    ]);
  } finally {
    ended.abort();
  }
}
