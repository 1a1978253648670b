import { ARGUMENTS_PLACE, CONTROL, MAX_ARGUMENTS } from "./control.js";

/**
 * The program of a helper thread in Node, in CommonJS. It gets a module and a memory as a message,
 * and then takes parts of each phase of the job until the job is done; control.ts says what the
 * numbers mean. A helper that comes late may find the next job in the same memory, and leaves: its
 * message follows. A text, because the library is one file, with no second one for a thread to
 * load.
 */
export const HELPER_PROGRAM = `
const { parentPort } = require("node:worker_threads");
const CONTROL = ${JSON.stringify(CONTROL)};

parentPort.on("message", ({ module, memory, slot, job }) => {
  const control = new Int32Array(memory.buffer, 0, 16);
  const allArguments = new Float64Array(memory.buffer, ${ARGUMENTS_PLACE}, ${MAX_ARGUMENTS});
  let kernels;
  const isOver = () => Atomics.load(control, CONTROL.done) === 1 || Atomics.load(control, CONTROL.job) !== job;
  for (let seen = 0; !isOver(); ) {
    Atomics.wait(control, CONTROL.phase, seen);
    seen = Atomics.load(control, CONTROL.phase);
    if (!join(control)) continue;
    try {
      if (isOver()) continue;
      kernels ??= Object.values(new WebAssembly.Instance(module, { env: { memory } }).exports).filter(
        (each) => typeof each === "function",
      );
      work(control, kernels, allArguments, slot);
    } catch {
      Atomics.store(control, CONTROL.error, 1);
    } finally {
      Atomics.sub(control, CONTROL.members, 1);
      Atomics.notify(control, CONTROL.members);
    }
  }
});

function join(control) {
  let members = Atomics.load(control, CONTROL.members);
  while (members >= 0) {
    const found = Atomics.compareExchange(control, CONTROL.members, members, members + 1);
    if (found === members) return true;
    members = found;
  }
  return false;
}

function work(control, kernels, allArguments, slot) {
  const kernel = kernels[control[CONTROL.kernel]];
  const count = control[CONTROL.count];
  const part = control[CONTROL.part];
  const scratch = (control[CONTROL.scratch] >>> 0) + slot * (control[CONTROL.scratchBytes] >>> 0);
  const given = allArguments.slice(0, control[CONTROL.argumentCount]);
  for (;;) {
    const from = Atomics.add(control, CONTROL.ticket, 1) * part;
    if (from >= count) return;
    kernel(from, Math.min(from + part, count), scratch, ...given);
  }
}
`;
