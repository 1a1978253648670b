import { type Cell, History } from "../../../../lab/sliders/running/history.js";
import { type Outcome, Runner, type RunnerState } from "../../../../lab/sliders/running/runner.js";

/** A cell of a fake notebook: how long it takes and how it ends. */
export interface FakeCell {
  source: string;
  milliseconds?: number;
  outcome?: Outcome;
  answers?: boolean;
}

/** A notebook whose kernel only waits, on a clock that jumps. */
export class FakeNotebook {
  readonly log: string[] = [];
  /** The cells that were run as quick ones. */
  readonly quick: string[] = [];
  readonly states: RunnerState[] = [];
  readonly history = new History();
  readonly runner: Runner;
  hasVariables = true;
  /** Runs while a cell runs. */
  during: Record<string, () => void> = {};
  #time = 0;
  readonly cells: Record<string, FakeCell>;

  constructor(cells: Record<string, FakeCell>) {
    this.cells = cells;
    this.runner = new Runner(
      {
        cells: () => this.list(),
        run: (id, isQuick) => {
          this.quick.push(...(isQuick ? [id] : []));
          return this.#execute(id, id);
        },
        runQuietly: ({ id, source }) => this.#execute(id, `(${/\d+/.exec(source)?.[0]})`, source),
        hasVariablesOf: async () => this.hasVariables,
        nameOf: (id) => `cell ${id}`,
        wait: async (milliseconds) => {
          this.log.push(`wait ${milliseconds}`);
          this.#time += milliseconds;
        },
        now: () => this.#time,
      },
      this.history,
      (state) => {
        if (JSON.stringify(state) !== JSON.stringify(this.states.at(-1))) this.states.push(state);
      },
    );
  }

  list(): Cell[] {
    return Object.entries(this.cells).map(([id, { source }]) => ({ id, source }));
  }

  /** As the reader runs all cells. */
  runAll(): void {
    for (const id of Object.keys(this.cells)) this.note(id);
  }

  /** As the reader runs one cell. */
  note(id: string): void {
    const { source, milliseconds = 10 } = this.cells[id]!;
    this.history.add({ id, source, milliseconds, succeeded: true }, this.list());
    this.runner.noteRun(id, true);
  }

  /** Writes the parameter's value and tells the runner. */
  move(value: number): Promise<void> {
    this.cells.p!.source = this.cells.p!.source.replace(/\d+/, String(value));
    return this.runner.change("p");
  }

  async #execute(id: string, logged: string, source = this.cells[id]!.source): Promise<Outcome> {
    const { milliseconds = 10, outcome = { status: "ok" } } = this.cells[id]!;
    this.log.push(logged);
    this.during[id]?.();
    await (this.cells[id]!.answers === false ? new Promise(() => {}) : Promise.resolve());
    this.#time += milliseconds;
    const succeeded = outcome.status === "ok";
    if (outcome.status !== "aborted") this.history.add({ id, source, milliseconds, succeeded }, this.list());
    if (succeeded) this.runner.noteRun(id, true);
    return outcome;
  }
}
