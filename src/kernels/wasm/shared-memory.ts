import { CONTROL_BYTES } from "./memory-plan.js";

/** A page of WebAssembly's memory, in bytes, and the most that a memory has: 4 GiB. */
export const PAGE = 65_536;
export const MAX_PAGES = 65_536;

/** More than so many bytes are not kept for long. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Milliseconds after the last job. */
const KEPT_FOR = 10_000;

/**
 * The shared memory of all jobs on several threads, one after the other: V8 is slow to free shared
 * memory. It grows to the size of the largest job.
 */
export class SharedMemory {
  readonly #onRelease: () => void;
  #memory: WebAssembly.Memory | undefined;
  #usedBytes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onRelease is called before the memory is dropped: threads must let go of it */
  constructor(onRelease: () => void) {
    this.#onRelease = onRelease;
  }

  /** The memory with at least so many bytes, filled with 0 after the control bytes. */
  take(bytes: number): WebAssembly.Memory {
    clearTimeout(this.#timer);
    const pages = Math.ceil(bytes / PAGE);
    this.#memory ??= new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES, shared: true });
    const missing = pages - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
    const dirty = Math.min(this.#usedBytes, bytes) - CONTROL_BYTES;
    if (dirty > 0) new Uint8Array(this.#memory.buffer, CONTROL_BYTES, dirty).fill(0);
    this.#usedBytes = Math.max(this.#usedBytes, bytes);
    return this.#memory;
  }

  /** Keeps the memory for the next job, a large one only for a while. */
  giveBack(): void {
    if (this.#usedBytes <= MOST_KEPT) return;
    this.#timer = setTimeout(() => this.release(), KEPT_FOR);
    // In Node a timer keeps the process alive.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  /** Drops the memory. */
  release(): void {
    clearTimeout(this.#timer);
    this.#onRelease();
    this.#memory = undefined;
    this.#usedBytes = 0;
  }
}
