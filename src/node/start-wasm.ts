import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Backend, WasmOptions } from "../kernels/backend.js";
import { HELPER_PROGRAM } from "../kernels/wasm/helper-program.js";
import type { Helper } from "../kernels/wasm/helpers.js";
import { startWasmOn } from "../kernels/wasm/wasm-backend.js";

/** A helper thread, which does not keep the process alive. */
export function startHelper(): Helper {
  const worker = new Worker(HELPER_PROGRAM, { eval: true, execArgv: [] });
  let ended = false;
  worker.on("error", () => {
    ended = true;
  });
  worker.on("exit", () => {
    ended = true;
  });
  worker.unref();
  return {
    send: (job) => worker.postMessage(job),
    hasEnded: () => ended,
    end() {
      ended = true;
      void worker.terminate();
    },
  };
}

/** Starts the backend "wasm" with a thread for each core. */
export function startWasm(options: WasmOptions): Backend {
  return startWasmOn({ threads: availableParallelism(), startHelper }, options);
}
