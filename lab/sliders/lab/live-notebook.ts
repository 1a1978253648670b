import { literalText } from "../form/literal-text.js";
import type { FormHost, ParametersForm, Status } from "../form/parameters-form.js";
import { isLike } from "../form/value.js";
import { readValues } from "../form/values-line.js";
import { type Cell, History } from "../running/history.js";
import { RunTimer } from "../running/run-timer.js";
import { Runner, type RunnerState } from "../running/runner.js";
import { literalsOf } from "../source/literals-of.js";
import { isForm } from "./form-outputs.js";
import { DEAD, KernelCells } from "./kernel-cells.js";
import type {
  CellWidget,
  CodeCellStatic,
  Kernel,
  Message,
  NotebookActionsStatic,
  NotebookPanel,
} from "./lab-types.js";
import { markOutOfDate } from "./mark-out-of-date.js";
import { readTitles } from "./read-titles.js";
import { UndoStep } from "./undo-step.js";

export interface LabModules {
  readonly CodeCell: CodeCellStatic;
  readonly NotebookActions: NotebookActionsStatic;
}

/** Milliseconds that a slider pauses before slower cells run. */
const REST = 200;
/** Milliseconds after an edit before cells are marked. */
const SETTLED = 300;

const RESTARTED = "The kernel was restarted. Run the notebook to use the controls.";
const DIED = "The kernel died and was started again; its variables are gone. Run the notebook.";
const LINKED = "The values are those of the link. Run the notebook to see what they give.";
const RUN_FIRST = "Run the notebook first: its variables are not in the kernel.";

/** One open notebook: its forms, the kernel's runs, and what is out of date. */
export class LiveNotebook {
  readonly panel: NotebookPanel;
  readonly #lab: LabModules;
  readonly #cells: KernelCells;
  readonly #history = new History();
  readonly #timer = new RunTimer();
  readonly #runner: Runner;
  readonly #forms = new Map<ParametersForm, CellWidget>();
  /** The code of each parameter when the notebook was opened, by cell. */
  readonly #opened = new Map<string, Map<string, string>>();
  #kernel: Kernel | null = null;
  /** Whether this page saw the kernel being restarted, so that no variable is left. */
  #isRestarted = false;
  #state: RunnerState = { kind: "idle" };
  #trouble: Status | undefined;
  /** About the values of a link; shown until the reader changes one. */
  #notice = "";
  #resting: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #undoStep = new UndoStep();
  #holds = 0;

  constructor(panel: NotebookPanel, lab: LabModules) {
    this.panel = panel;
    this.#lab = lab;
    this.#cells = new KernelCells(panel, lab.CodeCell);
    this.#runner = new Runner(
      {
        cells: () => this.cells(),
        run: (id, isQuick) =>
          isQuick ? this.#cells.runInPlace(this.#widget(id)) : this.#cells.run(this.#widget(id)),
        runQuietly: ({ id, source }) => this.#cells.runQuietly(this.#widget(id), source),
        hasVariablesOf: async (id) => !this.#isRestarted && this.#cells.hasVariablesOf(this.#widget(id)),
        nameOf: (id) => this.#nameOf(id),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        now: () => performance.now(),
      },
      this.#history,
      (state) => {
        this.#state = state;
        if (state.kind === "running") this.#trouble = undefined;
        this.#refresh();
      },
    );
    panel.sessionContext.kernelChanged.connect(() => this.#takeKernel());
    panel.sessionContext.statusChanged.connect((_, status) => this.#takeStatus(status));
    this.#takeKernel();
    void panel.context.ready.then(() => {
      for (const widget of this.#widgets()) this.#remember(widget);
      panel.content.model?.contentChanged.connect(() => this.#settle());
    });
  }

  /** The code cells, from the top. */
  cells(): Cell[] {
    return this.#widgets().map(({ model }) => ({
      id: model.sharedModel.getId(),
      source: model.sharedModel.getSource(),
    }));
  }

  addForm(form: ParametersForm, cell: CellWidget): void {
    this.#forms.set(form, cell);
    this.#remember(cell);
    this.#refresh();
  }

  removeForm(form: ParametersForm): void {
    this.#forms.delete(form);
  }

  /** What the form of a cell needs. */
  hostOf(cell: CellWidget, copyable: (line: string) => string): FormHost {
    const { sharedModel } = cell.model;
    return {
      literals: () => literalsOf(sharedModel.getSource()),
      change: (values) =>
        this.change(cell, new Map([...values].map(([name, value]) => [name, literalText(value)]))),
      reset: () => this.change(cell, this.#opened.get(sharedModel.getId()) ?? new Map()),
      hold: () => this.#hold(cell),
      release: () => this.#release(),
      beginStep: () => this.#undoStep.begin(sharedModel.undoManager),
      endStep: () => this.#undoStep.end(),
      titles: async () => {
        const { kernel } = this.panel.sessionContext.session ?? {};
        const titles = kernel ? await readTitles(kernel) : undefined;
        return titles ?? "Titles complete once the notebook has run up to the cell that loads the movies.";
      },
      copyable,
      shortcut: (event) => this.#shortcut(event, cell),
    };
  }

  /** Writes code of parameters into a cell, and runs what depends on them. */
  change(cell: CellWidget, texts: ReadonlyMap<string, string>): Promise<void> {
    const { sharedModel } = cell.model;
    this.#undoStep.begin(sharedModel.undoManager);
    for (const [name, text] of texts) {
      const source = sharedModel.getSource();
      const literal = literalsOf(source).get(name);
      if (!literal || !("value" in literal) || source.slice(literal.from, literal.to) === text) continue;
      sharedModel.updateSource(literal.from, literal.to, text);
    }
    this.#undoStep.end();
    this.#pace();
    return this.#takeUp(cell);
  }

  /** Writes the values of a link into the code. */
  async open(line: string): Promise<void> {
    await this.panel.context.ready;
    try {
      const values = readValues(line);
      const refused = this.#write(values);
      this.#trouble = { text: LINKED, action: this.#runAll };
      if (refused.length > 0) {
        this.#notice = `Not taken from the link: ${refused.join(", ")}; the code has no such value.`;
      }
    } catch (error) {
      this.#notice = (error as Error).message;
    }
    this.#refresh();
  }

  /** Writes values where the code has a literal of their kind; gives the names of the others. */
  #write(values: ReadonlyMap<string, unknown>): string[] {
    const refused = new Set(values.keys());
    for (const { model } of this.#widgets()) {
      for (const [name, given] of values) {
        const source = model.sharedModel.getSource();
        const literal = literalsOf(source).get(name);
        if (!literal || !("value" in literal)) continue;
        const value =
          typeof literal.value === "number" && given === "Infinity" ? Number.POSITIVE_INFINITY : given;
        if (!isLike(value, literal.value)) continue;
        refused.delete(name);
        model.sharedModel.updateSource(literal.from, literal.to, literalText(value));
      }
    }
    return [...refused];
  }

  /** The cells that *Run the cells that are out of date* runs. */
  toRun(): string[] {
    return this.#history.toRun(this.cells());
  }

  async runOutOfDate(): Promise<void> {
    const withForm = new Set([...this.#forms.values()].map(({ model }) => model.sharedModel.getId()));
    this.#runner.pace = "released";
    const ids = this.toRun();
    const forms = ids.filter((id) => withForm.has(id));
    await this.#runner.add(
      ids.filter((id) => !withForm.has(id)),
      forms,
    );
  }

  #widgets(): CellWidget[] {
    return this.panel.content.widgets.filter(({ model }) => model.type === "code");
  }

  #widget(id: string): CellWidget | undefined {
    return this.#widgets().find(({ model }) => model.sharedModel.getId() === id);
  }

  #remember({ model: { sharedModel } }: CellWidget): void {
    const id = sharedModel.getId();
    const source = sharedModel.getSource();
    const literals = literalsOf(source);
    if (this.#opened.has(id) || literals.size === 0) return;
    const texts = [...literals].flatMap(([name, literal]) =>
      "value" in literal ? [[name, source.slice(literal.from, literal.to)] as const] : [],
    );
    this.#opened.set(id, new Map(texts));
  }

  async #takeUp(cell: CellWidget): Promise<void> {
    this.#notice = "";
    const trouble = this.#cells.kernelTrouble();
    if (trouble) {
      this.#trouble = { text: trouble };
      return this.#refresh();
    }
    await this.#runner.change(cell.model.sharedModel.getId());
  }

  #hold({ model }: CellWidget): void {
    this.#holds++;
    this.#undoStep.begin(model.sharedModel.undoManager);
  }

  #release(): void {
    this.#holds = Math.max(0, this.#holds - 1);
    this.#undoStep.end();
    this.#pace();
    void this.#runner.continue();
  }

  /** While a slider is held, slow cells wait until it pauses or is released. */
  #pace(): void {
    clearTimeout(this.#resting);
    this.#runner.pace = this.#holds > 0 ? "moving" : "released";
    if (this.#holds === 0) return;
    this.#resting = setTimeout(() => {
      if (this.#holds === 0) return;
      this.#runner.pace = "resting";
      void this.#runner.continue();
    }, REST);
  }

  #takeKernel(): void {
    this.#kernel?.anyMessage.disconnect(this.#onMessage);
    this.#kernel = this.panel.sessionContext.session?.kernel ?? null;
    this.#kernel?.anyMessage.connect(this.#onMessage);
    this.#isRestarted = false;
    this.#forget();
  }

  #takeStatus(status: string): void {
    if (status === "restarting" || status === "autorestarting" || status === "dead") {
      this.#isRestarted = true;
      this.#forget();
    }
    if (status === "restarting") this.#trouble = { text: RESTARTED, action: this.#runAll };
    if (status === "autorestarting") this.#trouble = { text: DIED, action: this.#runAll };
    if (status === "dead") this.#trouble = { text: DEAD };
    this.#refresh();
  }

  #forget(): void {
    this.#history.clear();
    this.#runner.reset();
    this.#refresh();
  }

  readonly #onMessage = (_: Kernel, { msg, direction }: { msg: Message; direction: "send" | "recv" }) => {
    const { msg_id, msg_type } = msg.header;
    const { cellId } = msg.metadata;
    if (direction === "send" && msg_type === "execute_request" && typeof cellId === "string") {
      this.#timer.sent(msg_id, cellId, String(msg.content.code), performance.now());
    }
    if (direction !== "recv" || msg_type !== "execute_reply" || !msg.parent_header.msg_id) return;
    const run = this.#timer.replied(msg.parent_header.msg_id, String(msg.content.status), performance.now());
    if (msg.content.status !== "ok") this.#runner.noteRun("", false);
    if (!run) return;
    this.#history.add(run, this.cells());
    if (run.succeeded && !this.#runner.isRunning) {
      this.#trouble = undefined;
      this.#state = { kind: "idle" };
    }
    this.#runner.noteRun(run.id, run.succeeded);
    this.#refresh();
  };

  #nameOf(id: string): string {
    const cell = this.#widget(id);
    const count = cell?.model.executionCount;
    const [line = ""] = cell?.model.sharedModel.getSource().trim().split("\n") ?? [];
    return `${count ? `cell [${count}]` : "the cell"} (${line.length > 50 ? `${line.slice(0, 50)} …` : line})`;
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#refresh(), SETTLED);
  }

  /** Marks cells and tells the forms. Cells that are about to run are not marked meanwhile. */
  #refresh(): void {
    if (this.panel.isDisposed) return;
    const outOfDate = this.#history.outOfDate(this.cells());
    const adds = !this.#runner.isRunning;
    for (const cell of this.#widgets())
      markOutOfDate(cell, outOfDate.has(cell.model.sharedModel.getId()), adds);
    const { text, ...action } = this.#status();
    const status = { text: `${text} ${this.#notice}`.trim(), ...action };
    for (const form of this.#forms.keys()) form.say(status);
  }

  #status(): Status {
    if (this.#trouble) return this.#trouble;
    if (this.#state.kind === "failed") return { text: this.#state.message, ...this.#runAction() };
    if (this.#state.kind === "not run") {
      const trouble = this.#cells.kernelTrouble();
      return trouble ? { text: trouble } : { text: RUN_FIRST, action: this.#runAll };
    }
    if (this.#state.kind === "running") return { text: "" };
    const action = this.#runAction();
    if (this.#runner.waiting > 0 && this.#holds > 0) return { text: "Slow cells run when you let go." };
    return { text: "", ...action };
  }

  get #runAll(): Status["action"] {
    const { content, sessionContext } = this.panel;
    return {
      label: "Run all cells",
      run: () => void this.#lab.NotebookActions.runAll(content, sessionContext),
    };
  }

  #runAction(): Pick<Status, "action"> {
    const { length } = this.toRun();
    if (length === 0) return {};
    const label =
      length === 1 ? "Run the cell that is out of date" : `Run the ${length} cells that are out of date`;
    return { action: { label, run: () => void this.runOutOfDate() } };
  }

  #shortcut(event: KeyboardEvent, cell: CellWidget): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const isText = event.target instanceof HTMLInputElement && event.target.type === "text";
    const key = event.key.toLowerCase();
    // Lab saves, and opens its palette.
    if (isCommand && (key === "s" || (key === "c" && event.shiftKey))) return;
    event.stopPropagation();
    if (!isCommand || isText || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) cell.model.sharedModel.redo();
    else cell.model.sharedModel.undo();
    this.#pace();
    void this.#takeUp(cell);
  }

  /** The cell in which a form stands, if it is one of this notebook's own. */
  cellWith(node: Node): CellWidget | undefined {
    return this.#widgets().find((cell) => cell.node.contains(node) && isForm(cell.model));
  }
}
