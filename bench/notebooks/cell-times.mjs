// Loaded into the kernel: a line for each cell in the file that REELBOOK_CELL_TIMES names.
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";

/**
 * @typedef {object} CellTimes
 * @property {number} began milliseconds since 1970
 * @property {number} converting seconds in which TypeScript became JavaScript
 * @property {number} running all other seconds of the cell
 */

const file = process.env.REELBOOK_CELL_TIMES;

// The variables reach the threads and processes that cells start, too.
if (file && isMainThread && process.argv.includes("kernel")) {
  const tslab = createRequire(import.meta.url)("tslab/dist/executor.js");
  const { createExecutor } = tslab;

  /** @param {string} folder @param {any} converters @param {unknown[]} others */
  tslab.createExecutor = (folder, converters, ...others) => {
    let converting = 0;
    const { node } = converters;
    const { convert } = node;
    node.convert = (/** @type {unknown[]} */ ...cell) => {
      const start = performance.now();
      const converted = convert(...cell);
      converting += performance.now() - start;
      return converted;
    };

    const executor = createExecutor(folder, converters, ...others);
    const { execute } = executor;
    executor.execute = async (/** @type {string} */ code) => {
      converting = 0;
      const start = performance.now();
      const isRight = await execute(code);
      const running = performance.now() - start - converting;
      const times = { converting: converting / 1000, running: running / 1000 };
      const began = performance.timeOrigin + start;
      appendFileSync(file, `${JSON.stringify({ began, ...times })}\n`);
      return isRight;
    };
    return executor;
  };
}
