// One notebook's kernel without Jupyter: tslab's converter and executor in a process of their own.
// Each message { code } is a cell; the answer is { status, outputs }. Started by cell-runner.mjs in
// the notebook's folder.
import { createRequire } from "node:module";
import { join } from "node:path";
import { CellOutputs } from "./cell-outputs.mjs";
import "./fast-conversions.mjs";
import { keptConverter } from "./kept-converter.mjs";
import { root } from "./places.mjs";
import "./short-errors.mjs";

const require = createRequire(import.meta.url);
const tslab = join(root, "node_modules/tslab/dist");
const { createExecutor } = require(join(tslab, "executor.js"));
const { JupyterHandlerImpl } = require(join(tslab, "jupyter.js"));

const { log, error } = console;
const node = keptConverter();
const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, { log, error });
const handler = new JupyterHandlerImpl(executor, false);

// As tslab's own kernel: an error outside of any cell does not end the process.
process.on("uncaughtException", (thrown) => console.error("UncaughtException:", thrown));
process.on("unhandledRejection", (reason) => console.error("UnhandledPromiseRejection:", reason));

process.on("message", async (/** @type {{ code: string }} */ { code }) => {
  const outputs = new CellOutputs();
  const { status } = await handler.handleExecute(
    { code },
    (/** @type {string} */ name, /** @type {string} */ text) => outputs.stream(name, text),
    (/** @type {import("./cell-outputs.mjs").Display} */ display, /** @type {boolean} */ updates) =>
      outputs.display(display, updates),
  );
  process.send?.({ status, outputs });
});

process.on("disconnect", () => process.exit());
