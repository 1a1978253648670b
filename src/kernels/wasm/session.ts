import { ARGUMENTS_PLACE, CLOSED, CONTROL, MAX_ARGUMENTS } from "./control.js";
import type { Helper } from "./helpers.js";

/** A helper thread took a part of the work and did not come back. */
export class LostHelper extends Error {
  override readonly name = "LostHelper";
}

/** A kernel of the module. */
type Kernel = (...given: number[]) => number;

/** Rows, or what else a range counts, and how many of them a thread takes at a time. */
export interface Ranges {
  readonly count: number;
  readonly part: number;
}

/** What a session is made of. */
export interface SessionParts {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly helpers: readonly Helper[];
  /** Milliseconds to wait for a helper that finishes no part. */
  readonly patience: number;
}

/**
 * One job in WebAssembly: its memory, and the threads that work on it. Kernels run one after the
 * other, each on one thread, or on all of them, in parts of its range. A kernel must write the same
 * numbers whichever thread takes a part, so that results do not depend on the number of threads.
 *
 * A phase is open while `members` is not CLOSED. A helper that wakes up late finds it closed, or no
 * part left, so that nobody waits for helpers that have not begun.
 */
export class Session {
  readonly memory: WebAssembly.Memory;
  /** Threads, the calling one included. */
  readonly threads: number;
  readonly #kernels: ReadonlyMap<string, { readonly run: Kernel; readonly position: number }>;
  readonly #control: Int32Array;
  readonly #helpers: readonly Helper[];
  readonly #patience: number;
  #scratch = { place: 0, bytes: 0 };
  #lost = false;

  constructor({ module, memory, helpers, patience }: SessionParts) {
    this.memory = memory;
    this.threads = helpers.length + 1;
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    const functions = Object.entries(exports).filter(([, each]) => typeof each === "function");
    this.#kernels = new Map(
      functions.map(([name, run], position) => [name, { run: run as Kernel, position }]),
    );
    this.#control = new Int32Array(memory.buffer, 0, 16);
    Atomics.store(this.#control, CONTROL.members, CLOSED);
    Atomics.store(this.#control, CONTROL.error, 0);
    const job = Atomics.add(this.#control, CONTROL.job, 1) + 1;
    Atomics.store(this.#control, CONTROL.done, 0);
    this.#helpers = helpers;
    this.#patience = patience;
    helpers.forEach((helper, index) => {
      helper.send({ module, memory, slot: index + 1, job });
    });
  }

  /** Whether a helper was lost, which may still write to the memory. */
  get hasLostHelper(): boolean {
    return this.#lost;
  }

  float64(place: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, place, length);
  }

  float32(place: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, place, length);
  }

  int32(place: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, place, length);
  }

  /** Scratch memory for kernels with ranges: `bytes` for each thread, from a place on. */
  useScratch(place: number, bytes: number): void {
    this.#scratch = { place, bytes };
  }

  /** Runs a kernel on this thread. */
  run(name: string, ...given: readonly number[]): number {
    return this.#kernel(name).run(...given);
  }

  /**
   * Runs a kernel on all threads, each with the next part of the range until none is left: (from,
   * to, scratch, ...given).
   *
   * @throws LostHelper where a helper does not finish its part in time; an Error where it fails
   */
  runParts(name: string, { count, part }: Ranges, ...given: readonly number[]): void {
    const { run, position } = this.#kernel(name);
    const { place, bytes } = this.#scratch;
    if (this.threads === 1) {
      for (let from = 0; from < count; from += part) {
        run(from, Math.min(from + part, count), place, ...given);
      }
      return;
    }
    if (given.length > MAX_ARGUMENTS)
      throw new RangeError(`${name} takes more than ${MAX_ARGUMENTS} numbers`);
    const control = this.#control;
    this.float64(ARGUMENTS_PLACE, MAX_ARGUMENTS).set(given);
    control[CONTROL.kernel] = position;
    control[CONTROL.count] = count;
    control[CONTROL.part] = part;
    control[CONTROL.argumentCount] = given.length;
    control[CONTROL.scratch] = place;
    control[CONTROL.scratchBytes] = bytes;
    control[CONTROL.ticket] = 0;
    Atomics.store(control, CONTROL.members, 0);
    Atomics.add(control, CONTROL.phase, 1);
    Atomics.notify(control, CONTROL.phase);
    try {
      for (;;) {
        const from = Atomics.add(control, CONTROL.ticket, 1) * part;
        if (from >= count) break;
        run(from, Math.min(from + part, count), place, ...given);
      }
    } finally {
      Atomics.store(control, CONTROL.ticket, Math.ceil(count / part));
      this.#closePhase(name);
    }
    if (Atomics.load(control, CONTROL.error) === 1) {
      throw new Error(
        `the kernel ${name} failed in a helper thread; setBackend("plain") computes without threads`,
      );
    }
  }

  /** Lets the helpers go. */
  close(): void {
    const control = this.#control;
    Atomics.store(control, CONTROL.done, 1);
    Atomics.add(control, CONTROL.phase, 1);
    Atomics.notify(control, CONTROL.phase);
  }

  #closePhase(name: string): void {
    const control = this.#control;
    for (;;) {
      const members = Atomics.compareExchange(control, CONTROL.members, 0, CLOSED);
      if (members === 0) return;
      if (Atomics.wait(control, CONTROL.members, members, this.#patience) === "timed-out") {
        this.#lost = true;
        for (const helper of this.#helpers) helper.end();
        throw new LostHelper(`a helper thread did not finish its part of ${name}`);
      }
    }
  }

  #kernel(name: string) {
    const kernel = this.#kernels.get(name);
    if (kernel) return kernel;
    throw new RangeError(`the WebAssembly module has no kernel "${name}"; build it with npm run kernels`);
  }
}
