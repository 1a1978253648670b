import type { Accelerator } from "./accelerator.js";

/** What runs the kernels. */
export interface BackendReport {
  /** "plain": TypeScript; "wasm": WebAssembly for large jobs. */
  readonly kind: "plain" | "wasm";
  /** Threads that share a large job, the calling one included. */
  readonly threads: number;
  /** Whether threads share memory; without it there is one thread. */
  readonly shared: boolean;
  /** Whether products and sums are rounded once, which changes the last bits. */
  readonly relaxedSimd: boolean;
}

/** Options of the backend "wasm". */
export interface WasmOptions {
  /**
   * Threads that share a large job, the calling one included; results do not depend on it.
   *
   * @default the number of cores in Node, otherwise 1
   */
  readonly threads?: number;
  /**
   * Use relaxed SIMD, which is about 14 % faster for an inverse where the machine has fused
   * multiply-add. Results then differ in their last bits from other machines'.
   *
   * @default false
   */
  readonly relaxedSimd?: boolean;
}

/** A backend that runs. */
export interface Backend {
  readonly kernels: Accelerator;
  report(): BackendReport;
  /** Ends its threads. */
  stop(): void;
}

/** Starts the backend "wasm"; throws an error where it cannot run here. */
export type StartWasm = (options: WasmOptions) => Backend;

const PLAIN: BackendReport = { kind: "plain", threads: 1, shared: false, relaxedSimd: false };

let startWasm: StartWasm | undefined;
let current: Backend | undefined;

/**
 * What runs the kernels now. Small jobs run in plain TypeScript with either backend.
 *
 * @example
 * backend().kind;
 */
export function backend(): BackendReport {
  return current?.report() ?? PLAIN;
}

/**
 * Chooses what runs the kernels from now on: plain TypeScript, or WebAssembly with SIMD, on several
 * threads in Node. In Node `reelbook`, and everywhere `reelbook/wasm`, start with "wasm" where it
 * can run; in a page `reelbook` has "plain" only. In Node the environment variable REELBOOK_BACKEND
 * chooses at the start. Results of the two agree to about 1e-10, relative; mostly all their bits
 * agree.
 *
 * @example
 * setBackend("plain");
 * setBackend("wasm", { threads: 1 });
 * @throws RangeError for another name or number of threads, and where "wasm" cannot run
 */
export function setBackend(kind: "plain" | "wasm", options: WasmOptions = {}): BackendReport {
  if (kind !== "plain" && kind !== "wasm") {
    throw new RangeError(`"${String(kind)}" is no backend; take "plain" or "wasm"`);
  }
  if (kind === "plain" && Object.keys(options).length > 0) {
    throw new RangeError(
      `the backend "plain" takes no options, but was given ${Object.keys(options).join(", ")}; leave them out`,
    );
  }
  const next = kind === "wasm" ? started(options) : undefined;
  current?.stop();
  current = next;
  return backend();
}

/**
 * Makes the backend "wasm" available, and starts it where it can run. For the entry points.
 *
 * @param wanted "plain" does not start it; "wasm" fails where it cannot run
 */
export function offerWasm(start: StartWasm, wanted?: string): void {
  startWasm = start;
  if (wanted !== undefined && wanted !== "" && wanted !== "plain" && wanted !== "wasm") {
    throw new RangeError(`REELBOOK_BACKEND is "${wanted}", which is no backend; set it to plain or wasm`);
  }
  if (wanted === "plain") return;
  try {
    setBackend("wasm");
  } catch (error) {
    if (wanted === "wasm") throw error;
  }
}

/** A kernel of the current backend, or undefined where the plain one is to run. */
export function accelerated<Name extends keyof Accelerator>(name: Name): Accelerator[Name] | undefined {
  return current?.kernels[name];
}

function started(options: WasmOptions): Backend {
  const { threads } = options;
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS)) {
    throw new RangeError(`threads: ${threads} is not a whole number from 1 to ${MAX_THREADS}`);
  }
  if (startWasm) return startWasm(options);
  throw new RangeError('"wasm" is not in this build; in a page, import from "reelbook/wasm"');
}

/** More threads than this wait for one another. */
const MAX_THREADS = 64;
