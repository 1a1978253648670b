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
  /** Which of the threads it is, from 1 on. */
  readonly slot: number;
}

/** Starts a helper; throws an error where no thread is allowed. */
export type StartHelper = () => Helper;

/** The helper threads of a backend, started when first needed and kept. */
export class Helpers {
  readonly #start: StartHelper;
  #idle: Helper[] = [];
  #refused = false;

  constructor(start: StartHelper) {
    this.#start = start;
  }

  /** Whether a thread was not allowed. */
  get refused(): boolean {
    return this.#refused;
  }

  /** As many helpers, or fewer where no more threads are allowed; give them back. */
  take(count: number): Helper[] {
    this.#idle = this.#idle.filter((helper) => !helper.hasEnded());
    while (this.#idle.length < count && !this.#refused) {
      try {
        this.#idle.push(this.#start());
      } catch {
        this.#refused = true;
      }
    }
    return this.#idle.splice(0, count);
  }

  giveBack(helpers: readonly Helper[]): void {
    this.#idle.push(...helpers);
  }

  /** Ends the helpers that are not in a job. */
  end(): void {
    for (const helper of this.#idle.splice(0)) helper.end();
  }
}
