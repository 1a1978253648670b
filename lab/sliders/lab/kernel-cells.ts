import { errorMessage } from "../running/error-message.js";
import type { Outcome } from "../running/runner.js";
import { variablesOf } from "../source/changed-names.js";
import { literalsOf } from "../source/literals-of.js";
import { setOutputs } from "./form-outputs.js";
import { hasVariable } from "./has-variable.js";
import { keepOutput } from "./keep-output.js";
import type { CellWidget, CodeCellStatic, Message, NotebookPanel } from "./lab-types.js";
import { runQuietly } from "./run-quietly.js";

export const DEAD = "The kernel is dead. Restart it in the Kernel menu, then run the notebook.";

/** Runs cells of a notebook in its kernel. */
export class KernelCells {
  readonly #panel: NotebookPanel;
  readonly #CodeCell: CodeCellStatic;

  constructor(panel: NotebookPanel, CodeCell: CodeCellStatic) {
    this.#panel = panel;
    this.#CodeCell = CodeCell;
  }

  /** Runs a cell as Lab does; its old output stays until the new one is there. */
  async run(cell: CellWidget | undefined): Promise<Outcome> {
    if (!cell) return { status: "ok" };
    const trouble = this.kernelTrouble();
    if (trouble) return { status: "no kernel", message: trouble };
    const letGo = keepOutput(cell);
    try {
      const { deletedCells = [] } = this.#panel.content.model ?? {};
      const reply = await this.#CodeCell.execute(cell, this.#panel.sessionContext, { deletedCells });
      return this.#outcome(reply, cell.model.outputs.toJSON());
    } catch {
      return { status: "no kernel", message: this.kernelTrouble() ?? "the kernel did not answer" };
    } finally {
      letGo();
    }
  }

  /**
   * Runs a cell whose output takes the new values when all are there. A figure is then drawn once,
   * and what has not changed is not drawn at all; but nothing is seen while the cell runs.
   */
  runInPlace(cell: CellWidget | undefined): Promise<Outcome> {
    if (!cell) return Promise.resolve({ status: "ok" });
    return this.#runWithout(cell, cell.model.sharedModel.getSource(), { isForm: false });
  }

  /** Runs a cell without a change of its output, which shows the form. */
  async runQuietly(cell: CellWidget | undefined, source: string): Promise<Outcome> {
    if (!cell) return this.#noKernel;
    return this.#runWithout(cell, source, { isForm: true });
  }

  /** The outputs of a form that fails stay as they are, else the form would be gone. */
  async #runWithout(cell: CellWidget, source: string, { isForm }: { isForm: boolean }): Promise<Outcome> {
    const { kernel } = this.#panel.sessionContext.session ?? {};
    if (!kernel) return this.#noKernel;
    const { model } = cell;
    const run = runQuietly(kernel, source, { cellId: model.sharedModel.getId(), isCounted: !isForm });
    // Lab notes that the code as it is now runs.
    model.executionState = "running";
    try {
      const { reply, outputs } = await run;
      const outcome = this.#outcome(reply, outputs);
      // The next cell is sent first, so that the kernel computes while this one is drawn.
      setTimeout(() => {
        if (cell.isDisposed) return;
        model.executionCount = Number(reply.content.execution_count) || null;
        model.executionState = "idle";
        if (outcome.status === "ok" || (outcome.status === "error" && !isForm)) setOutputs(model, outputs);
      });
      return outcome;
    } catch {
      model.executionState = "idle";
      return { status: "no kernel", message: this.kernelTrouble() ?? "the kernel did not answer" };
    }
  }

  get #noKernel(): Outcome {
    return { status: "no kernel", message: this.kernelTrouble() ?? "there is no kernel" };
  }

  #outcome(reply: Message | undefined, outputs: Parameters<typeof errorMessage>[0]): Outcome {
    const status = reply?.content.status;
    if (status === "ok") return { status };
    if (status === "error") return { status, message: errorMessage(outputs) };
    return reply ? { status: "aborted" } : { status: "no kernel", message: "there is no kernel" };
  }

  /** Whether the kernel has the variables of a cell with parameters. */
  async hasVariablesOf(cell: CellWidget | undefined): Promise<boolean> {
    const { kernel } = this.#panel.sessionContext.session ?? {};
    if (!cell || !kernel) return false;
    const source = cell.model.sharedModel.getSource();
    const names = variablesOf(source, [...literalsOf(source).keys()]);
    try {
      const found = await Promise.all([...names].map((name) => hasVariable(kernel, name)));
      return found.every(Boolean);
    } catch {
      // The kernel was restarted or has died.
      return false;
    }
  }

  /** Why nothing can run now, as a sentence. */
  kernelTrouble(): string | undefined {
    const { session, kernelDisplayStatus } = this.#panel.sessionContext;
    if (kernelDisplayStatus === "dead") return DEAD;
    if (!session?.kernel)
      return "The notebook has no kernel. Choose one in the Kernel menu, then run the notebook.";
    if (kernelDisplayStatus === "disconnected")
      return "The connection to the kernel is lost. Wait until it is back.";
    return undefined;
  }
}
