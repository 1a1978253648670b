/** A thread that takes parts of jobs. */
export interface Helper {
  /** Sends a job. */
  send(job: HelperJob): void;
  /** Whether the thread has ended, as far as the event loop has heard. */
  hasEnded(): boolean;
  end(): void;
}

/** What a helper needs for a job. */
export interface HelperJob {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Which of the job's threads it is, from 1 on. */
  readonly slot: number;
  /** The number of the job in this memory. */
  readonly job: number;
}

/** Starts a helper; throws an error where no thread is allowed. */
export type StartHelper = () => Helper;

/** The helper threads of a backend, started when first needed and kept, each in its slot. */
export class Helpers {
  readonly #start: StartHelper;
  readonly #helpers: Helper[] = [];
  #refused = false;

  constructor(start: StartHelper) {
    this.#start = start;
  }

  /** Whether a thread was not allowed. */
  get refused(): boolean {
    return this.#refused;
  }

  /** The first helpers, fewer where no more threads are allowed. Those that ended are replaced. */
  first(count: number): Helper[] {
    const helpers: Helper[] = [];
    for (let slot = 0; slot < count && !this.#refused; slot++) {
      try {
        const known = this.#helpers[slot] as Helper | undefined;
        this.#helpers[slot] = known && !known.hasEnded() ? known : this.#start();
        helpers.push(this.#helpers[slot]);
      } catch {
        this.#refused = true;
      }
    }
    return helpers;
  }

  end(): void {
    for (const helper of this.#helpers.splice(0)) helper.end();
  }
}
