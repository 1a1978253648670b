import type { ConvertedCell } from "./cell/worker.js";
import type { Conversion, Diagnostic } from "./conversion.js";

/** A worker that runs the cells of one notebook. */
export interface CellRunner {
  /** Whether the cell ended without an error; rejects if the worker ends first. */
  run(cell: ConvertedCell): Promise<boolean>;
  /** Ends a cell that waits for something. */
  interrupt(): void;
  /** Ends the worker. */
  end(reason: Error): void;
}

export interface CellSessionOptions {
  /** The folder of the notebook, where relative paths start. */
  readonly folder: string;
  convert(before: string, code: string): Promise<Conversion>;
  startRunner(): CellRunner;
  /** Prints to the cell that runs. */
  print(stream: "stdout" | "stderr", text: string): void;
  /** Called when a cell could be stopped only with its worker. */
  onVariablesLost(): void;
  /** Names of the modules that cells can import. */
  readonly moduleNames: readonly string[];
  /** Milliseconds that an interrupted cell has to end by itself. @default 500 */
  readonly patience?: number;
}

/** TypeScript's error for a module that it does not find. */
const UNKNOWN_MODULE = 2307;

export const VARIABLES_LOST =
  "Interrupted. This cell did not wait for anything, so it was stopped with its worker.\n" +
  "The variables of all cells are gone. Run the notebook from the top.";

/** tslab's modules and cells for the browser, which need its server. */
const OTHER_MODE = /^\s*\/\*\*(?:(?!\*\/)[\s\S])*@(module|browser|jsx)\b/;

/**
 * One notebook's cells, in tslab's order: a cell is converted with the declarations of the cells
 * before it, then it runs; only a cell without an error adds its declarations.
 */
export class CellSession {
  readonly #options: CellSessionOptions;
  #runner: CellRunner;
  #before = "";
  #stop: ((error: Error) => void) | undefined;
  #running: Promise<unknown> | undefined;

  constructor(options: CellSessionOptions) {
    this.#options = options;
    this.#runner = options.startRunner();
  }

  /** The declarations of the cells that ran. */
  get declarations(): string {
    return this.#before;
  }

  /** Runs a cell: whether it ended without an error. Errors are printed. */
  async execute(code: string): Promise<boolean> {
    const stopped = new Promise<never>((_, reject) => {
      this.#stop = reject;
    });
    stopped.catch(() => {});
    const running = this.#convertAndRun(code, stopped).catch((error: Error) => {
      this.#options.print("stderr", `${error.message}\n`);
      return false;
    });
    this.#running = running;
    const isRight = await running;
    if (this.#running === running) this.#running = undefined;
    return isRight;
  }

  /** Ends the cell that runs, with its worker if it does not end by itself. */
  async interrupt(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#runner.interrupt();
    const { patience = 500 } = this.#options;
    const isOver = await Promise.race([
      running.then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, patience, false)),
    ]);
    if (isOver || this.#running !== running) return;
    this.#runner.end(new Error(VARIABLES_LOST));
    this.#stop?.(new Error(VARIABLES_LOST));
    this.#before = "";
    this.#runner = this.#options.startRunner();
    this.#options.onVariablesLost();
  }

  end(): void {
    this.#runner.end(new Error("The kernel has ended."));
  }

  async #convertAndRun(code: string, stopped: Promise<never>): Promise<boolean> {
    const { convert, folder, print } = this.#options;
    const mode = OTHER_MODE.exec(code)?.[1];
    if (mode) {
      throw new Error(
        `A cell with @${mode} needs the course on your own computer; this page runs plain cells only.`,
      );
    }
    const conversion = await Promise.race([convert(this.#before, code), stopped]);
    if (conversion.diagnostics.length > 0) {
      for (const each of conversion.diagnostics) print("stderr", `${diagnosticText(each)}\n`);
      const hint = this.#hint(conversion.diagnostics);
      if (hint) print("stderr", `${hint}\n`);
      return false;
    }
    const { output, declarations = "", hasTopLevelAwait = false, lastExpression } = conversion;
    if (output) {
      const isRight = await this.#runner.run({ folder, output, hasTopLevelAwait, lastExpression });
      if (!isRight) return false;
    }
    this.#before = declarations;
    return true;
  }

  #hint(diagnostics: readonly Diagnostic[]): string | undefined {
    if (!diagnostics.some(({ code }) => code === UNKNOWN_MODULE)) return undefined;
    const names = this.#options.moduleNames.join(", ");
    return `This page has the modules ${names}. Others need the course on your own computer.`;
  }
}

/** As tslab prints it: "1:7 - Type 'number' is not assignable to type 'string'." */
function diagnosticText({ file, line, character, message }: Diagnostic): string {
  return `${file === undefined ? "" : `${file} `}${line + 1}:${character + 1} - ${message}`;
}
