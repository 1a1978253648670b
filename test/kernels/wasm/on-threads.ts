import { Worker } from "node:worker_threads";
import { CONTROL } from "../../../src/kernels/wasm/control.js";
import type { Helper } from "../../../src/kernels/wasm/helpers.js";
import { Runtime } from "../../../src/kernels/wasm/runtime.js";
import { startHelper } from "../../../src/node/start-wasm.js";

/** Runtimes of 1 to 3 threads, the first with memory that is not shared, for jobs of any size. */
export const runtimes = [1, 2, 3].map(
  (threads) => new Runtime({ threads, relaxedSimd: false, startHelper, takesSmallJobs: true }),
);

/** A runtime of one thread that counts the sessions that it opens. */
export function countingRuntime(): { readonly runtime: Runtime; readonly opened: () => number } {
  let opened = 0;
  const runtime = new Runtime({ threads: 1, relaxedSimd: false });
  const open = runtime.open.bind(runtime);
  runtime.open = (...given) => {
    opened++;
    return open(...given);
  };
  return { runtime, opened: () => opened };
}

/**
 * A helper that joins a phase of a job, takes a part of it, and then runs `code`; it leaves a job
 * that is done.
 */
export function strayHelper(code: string): Helper {
  const worker = new Worker(
    `require("node:worker_threads").parentPort.on("message", ({ memory }) => {
      const control = new Int32Array(memory.buffer, 0, 16);
      while (Atomics.compareExchange(control, ${CONTROL.members}, 0, 1) !== 0) {
        if (Atomics.load(control, ${CONTROL.done}) === 1) return;
      }
      Atomics.add(control, ${CONTROL.ticket}, 1);
      ${code}
    })`,
    { eval: true },
  );
  worker.unref();
  return {
    send: (job) => worker.postMessage(job),
    hasEnded: () => false,
    end: () => void worker.terminate(),
  };
}
