import { changedNames } from "../source/changed-names.js";
import { Spread } from "../source/dependents.js";
import { namesOf } from "../source/names-of.js";
import type { Cell, History } from "./history.js";

/** How a run ended. "aborted": the kernel dropped it because another run had just failed. */
export type Outcome =
  | { readonly status: "ok" }
  | { readonly status: "aborted" }
  | { readonly status: "error" | "no kernel"; readonly message: string };

/** What a runner needs of a notebook. */
export interface RunnerHost {
  /** The code cells, from the top. */
  cells(): readonly Cell[];
  /** @param isQuick whether it took so short a time before that nobody needs to see it run */
  run(id: string, isQuick: boolean): Promise<Outcome>;
  /** Runs a cell of parameters and updates its output in place. */
  runQuietly(cell: Cell): Promise<Outcome>;
  /** Whether the kernel has the variables of a cell that ran before this page was opened. */
  hasVariablesOf(id: string): Promise<boolean>;
  /** How the reader finds a cell, such as "cell [7]". */
  nameOf(id: string): string;
  wait(milliseconds: number): Promise<void>;
  now(): number;
}

/** "moving": the slider is being moved; "resting": held; "released": no slider is held. */
export type Pace = "moving" | "resting" | "released";

export type RunnerState =
  | { readonly kind: "idle" | "running" | "not run" }
  | { readonly kind: "failed"; readonly message: string };

/** The longest a cell may have taken last time to run at each pace, in milliseconds. */
const LIMITS: Readonly<Record<Pace, number>> = {
  moving: 100,
  resting: 1000,
  released: Number.POSITIVE_INFINITY,
};

/** tslab drops what arrives within 200 ms of an error. */
const AFTER_FAILURE = 300;
const MAX_ABORTED = 5;

/**
 * Runs the cells that depend on changed parameters, one after the other from the top. Between two
 * cells it takes up newer values. While a slider is held, slow cells and what depends on them wait.
 */
export class Runner {
  pace: Pace = "released";
  readonly #host: RunnerHost;
  readonly #history: History;
  readonly #onState: (state: RunnerState) => void;
  /** Cells of parameters whose code has changed. */
  readonly #changed = new Set<string>();
  /** Cells that depend on changes that the kernel has taken up. */
  readonly #waiting = new Set<string>();
  #current: Promise<void> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;
  #kernel = newKernel();

  constructor(host: RunnerHost, history: History, onState: (state: RunnerState) => void) {
    this.#host = host;
    this.#history = history;
    this.#onState = onState;
  }

  /** Takes up the new code of a cell of parameters; ends when all that may run has run. */
  change(id: string): Promise<void> {
    this.#changed.add(id);
    return this.continue();
  }

  /** Runs these cells, from the top, after cells of parameters with new code. */
  add(ids: readonly string[], changed: readonly string[] = []): Promise<void> {
    for (const id of ids) this.#waiting.add(id);
    for (const id of changed) this.#changed.add(id);
    return this.continue();
  }

  /** Runs what may run at this pace. */
  continue(): Promise<void> {
    this.#current ??= this.#runAll().finally(() => {
      this.#current = undefined;
    });
    return this.#current;
  }

  get isRunning(): boolean {
    return this.#current !== undefined;
  }

  /** The number of cells that wait for the slider to rest or to be released. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Notes that a cell ran, by whomever, so that it need not run again. */
  noteRun(id: string, succeeded: boolean): void {
    if (succeeded) this.#waiting.delete(id);
    else this.#failedAt = this.#host.now();
  }

  /** Forgets what is to run: the kernel is another one now. */
  reset(): void {
    this.#kernel.end();
    this.#kernel = newKernel();
    this.#changed.clear();
    this.#waiting.clear();
  }

  async #runAll(): Promise<void> {
    const kernel = this.#kernel;
    for (;;) {
      const [changed] = this.#changed;
      const next = changed ?? this.#next();
      if (next === undefined) break;
      this.#onState({ kind: "running" });
      const step = changed ? this.#takeUp(changed) : this.#run(next);
      // What was sent to a kernel that ends may never be answered.
      const ended = await Promise.race([step, kernel.ended]);
      if (kernel !== this.#kernel) return this.#onState({ kind: "not run" });
      if (ended) return this.#onState(ended);
    }
    this.#onState({ kind: "idle" });
  }

  /** Runs a cell of parameters; the state if that was not possible. */
  async #takeUp(id: string): Promise<RunnerState | undefined> {
    this.#changed.delete(id);
    const cell = this.#cell(id);
    if (!cell) return undefined;
    if (this.#history.sourceOf(id) === undefined) {
      if (!(await this.#host.hasVariablesOf(id))) return { kind: "not run" };
      this.#history.assumeRun(id, this.#host.cells());
    }
    const before = this.#history.sourceOf(id) ?? "";
    const failed = await this.#attempt(() => this.#host.runQuietly(cell));
    if (failed) return { kind: "failed", message: `The parameters were refused: ${failed}` };
    const names = changedNames(before, cell.source);
    for (const below of this.#history.dependentsOf(id, names, this.#host.cells())) this.#waiting.add(below);
    return undefined;
  }

  async #run(id: string): Promise<RunnerState | undefined> {
    const isQuick = this.#history.durationOf(id) <= LIMITS.resting;
    const failed = await this.#attempt(() => this.#host.run(id, isQuick));
    if (!failed) {
      this.#waiting.delete(id);
      return undefined;
    }
    const name = this.#host.nameOf(id);
    return {
      kind: "failed",
      message: `The run stopped at ${name}: ${failed}`,
    };
  }

  /** What went wrong in words; undefined if nothing did. */
  async #attempt(run: () => Promise<Outcome>): Promise<string | undefined> {
    for (let attempt = 0; attempt < MAX_ABORTED; attempt++) {
      await this.#pauseAfterFailure();
      const outcome = await run();
      if (outcome.status === "ok") return undefined;
      this.#failedAt = this.#host.now();
      if (outcome.status !== "aborted") return outcome.message;
    }
    return "the kernel dropped it, because other cells fail; run the notebook again from the top";
  }

  async #pauseAfterFailure(): Promise<void> {
    const pause = this.#failedAt + AFTER_FAILURE - this.#host.now();
    if (pause > 0) await this.#host.wait(pause);
  }

  /** The first waiting cell that may run now. */
  #next(): string | undefined {
    const spread = new Spread([]);
    for (const { id, source } of this.#host.cells()) {
      if (!this.#waiting.has(id)) continue;
      const names = namesOf(source);
      const isBlocked = spread.reaches(names);
      if (!isBlocked && this.#history.durationOf(id) <= LIMITS[this.pace]) return id;
      for (const name of [...names.declared, ...names.assigned]) spread.changed.add(name);
    }
    // A cell that was deleted meanwhile.
    const ids = new Set(this.#host.cells().map(({ id }) => id));
    for (const id of this.#waiting) if (!ids.has(id)) this.#waiting.delete(id);
    return undefined;
  }

  #cell(id: string): Cell | undefined {
    return this.#host.cells().find((cell) => cell.id === id);
  }
}

/** A promise for the end of a kernel. */
function newKernel(): { readonly ended: Promise<undefined>; end(): void } {
  let end = () => {};
  const ended = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
  });
  return { ended, end };
}
