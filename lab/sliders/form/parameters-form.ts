import type { Form, FormControl } from "../../../src/notebook/hosts/form.js";
import type { Literal } from "../source/literals-of.js";
import { checkbox, names, select } from "./choice-controls.js";
import type { Control, ControlEvents, ControlName } from "./control.js";
import { element } from "./element.js";
import { numberControl } from "./number-control.js";
import { problemOf } from "./problem-of.js";
import { textControl, titleControl } from "./text-control.js";
import { isLike, type Value } from "./value.js";
import { readValues, valuesLine } from "./values-line.js";

/** What a form needs of its notebook. */
export interface FormHost {
  /** The values in the code of the cell. */
  literals(): ReadonlyMap<string, Literal>;
  /** Writes values into the code; ends when the cells that depend on them have run. */
  change(values: ReadonlyMap<string, Value>): Promise<void>;
  /** Writes the values that the notebook had when it was opened. */
  reset(): Promise<void>;
  hold(): void;
  release(): void;
  beginStep(): void;
  endStep(): void;
  titles(): Promise<readonly string[] | string>;
  /** What restores the values: the line itself, or a link to this page. */
  copyable(line: string): string;
  /** Runs what Lab's shortcut of this key does although the form has the focus. */
  shortcut(event: KeyboardEvent): void;
}

/** The line below the controls. */
export interface Status {
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

interface Row {
  readonly description: FormControl;
  readonly fieldset: HTMLFieldSetElement;
  readonly control: Control | undefined;
  readonly value: HTMLElement;
  readonly note: HTMLElement;
}

let forms = 0;

/**
 * The controls of a cell that calls `parameters()`. They stay the same elements until it is another
 * call.
 */
export class ParametersForm {
  readonly node = element("div", { className: "reelbook-form", role: "group", "aria-label": "Parameters" });
  readonly #host: FormHost;
  readonly #rows = new Map<string, Row>();
  readonly #id = `reelbook-${++forms}`;
  readonly #rowsNode = element("div", { className: "reelbook-rows" });
  readonly #status = element("span", { className: "reelbook-status", role: "status", "aria-live": "polite" });
  readonly #action = element("button", { type: "button", className: "reelbook-button", hidden: true });
  readonly #paste = element("input", { type: "text", hidden: true, "aria-label": "Values to paste" });
  #form: Form = { version: 1, values: {}, controls: {}, fixed: [] };
  #layout = "";
  #shown: Status = { text: "" };

  constructor(host: FormHost) {
    this.#host = host;
    this.#paste.placeholder = 'A line or a link of Copy values, such as {"count":10}';
    this.#paste.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") void this.apply(this.#paste.value);
      if (key === "Escape") this.#paste.hidden = true;
    });
    this.#action.addEventListener("click", () => this.#shown.action?.run());
    const buttons = [
      ["Reset", "The values that the notebook had when it was opened", () => this.#host.reset()],
      ["Copy values", "Copies a line that restores all values", () => this.#copy()],
      ["Paste values", "Takes the values of such a line", () => this.#openPaste()],
    ] as const;
    const actions = element("div", { className: "reelbook-actions" });
    for (const [label, title, act] of buttons) {
      const button = element("button", { type: "button", className: "reelbook-button", title }, label);
      button.addEventListener("click", () => void act());
      actions.append(button);
    }
    actions.append(this.#paste, this.#status, this.#action);
    this.node.append(this.#rowsNode, actions);
    this.node.addEventListener("keydown", (event) => this.#host.shortcut(event));
    // Lab would select the cell, or drag it.
    for (const type of ["mousedown", "pointerdown", "dblclick", "contextmenu", "dragstart"]) {
      this.node.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  /** Shows what `parameters()` displayed. */
  show(form: Form): void {
    this.#form = form;
    const layout = JSON.stringify([form.controls, form.fixed]);
    if (layout !== this.#layout) {
      this.#layout = layout;
      this.#build();
    }
    this.update();
  }

  /** Shows the values in the code as it is now. */
  update(): void {
    const literals = this.#host.literals();
    for (const [name, row] of this.#rows) {
      const literal = literals.get(name);
      const reason = this.#readOnlyReason(name, literal);
      const value =
        literal && "value" in literal && reason === undefined ? literal.value : this.#form.values[name];
      row.fieldset.disabled = reason !== undefined;
      row.note.textContent = reason ?? "";
      row.value.textContent = shownValue(value);
      const fits = reason === undefined || problemOf(name, row.description, value) === undefined;
      row.value.hidden = row.control !== undefined && fits;
      if (fits) row.control?.set(value as Value);
    }
  }

  say(status: Status): void {
    if (status.text === this.#shown.text && status.action?.label === this.#shown.action?.label) return;
    this.#shown = status;
    this.#status.textContent = status.text;
    this.#action.hidden = status.action === undefined;
    this.#action.textContent = status.action?.label ?? "";
  }

  /** Takes the values of a line or link of *Copy values*, and says which it cannot take. */
  async apply(text: string): Promise<void> {
    try {
      const { values, problems } = this.#accepted(readValues(text));
      this.#paste.hidden = problems.length === 0;
      this.#paste.value = problems.length === 0 ? "" : text;
      if (values.size > 0) await this.#host.change(values);
      if (problems.length > 0) this.say({ text: `Not taken: ${problems.join(" ")}` });
    } catch (error) {
      this.say({ text: (error as Error).message });
    }
  }

  dispose(): void {
    for (const { control } of this.#rows.values()) control?.dispose?.();
  }

  #accepted(given: ReadonlyMap<string, unknown>) {
    const literals = this.#host.literals();
    const values = new Map<string, Value>();
    const problems: string[] = [];
    for (const [name, text] of given) {
      const description = this.#rows.get(name)?.description;
      const value = description?.kind === "number" && text === "Infinity" ? Number.POSITIVE_INFINITY : text;
      const reason = description && this.#readOnlyReason(name, literals.get(name));
      const problem = !description
        ? `There is no parameter ${JSON.stringify(name)}.`
        : reason
          ? `${name} cannot be changed: ${reason}.`
          : problemOf(name, description, value);
      if (problem) problems.push(problem);
      else values.set(name, value as Value);
    }
    return { values, problems };
  }

  #build(): void {
    this.dispose();
    this.#rows.clear();
    this.#rowsNode.replaceChildren();
    for (const [name, description] of Object.entries(this.#form.controls)) {
      const id = `${this.#id}-${this.#rows.size}`;
      const problem = element("span", { className: "reelbook-problem", role: "alert", id: `${id}-problem` });
      const control = makeControl({ id, name }, description, {
        change: (value) => this.#host.change(new Map([[name, value]])),
        hold: () => this.#host.hold(),
        release: () => this.#host.release(),
        beginStep: () => this.#host.beginStep(),
        endStep: () => this.#host.endStep(),
        titles: () => this.#host.titles(),
        refuse: (text) => {
          problem.textContent = text ?? "";
        },
      });
      const label = element("label", { id: `${id}-label`, htmlFor: id }, name);
      const value = element("code", { className: "reelbook-value" });
      const note = element("span", { className: "reelbook-note", id: `${id}-note` });
      const fieldset = element("fieldset", { className: "reelbook-row" }, label);
      if (control) fieldset.append(control.node);
      for (const input of fieldset.querySelectorAll("input, select")) {
        input.setAttribute("aria-describedby", `${id}-note ${id}-problem`);
      }
      fieldset.append(value, note, problem);
      this.#rowsNode.append(fieldset);
      this.#rows.set(name, { description, fieldset, control, value, note });
    }
  }

  /** Why the form cannot change a parameter; undefined if it can. */
  #readOnlyReason(name: string, literal: Literal | undefined): string | undefined {
    if (this.#form.fixed.includes(name)) return "set from outside";
    const control = this.#form.controls[name];
    if (!control || control.kind === "none") return "changed in the code";
    if (!literal) return "the cell has no parameters({ … }) with this name; change it in the code";
    if ("reason" in literal) return literal.reason;
    const problem = problemOf(name, control, literal.value);
    const isOfKind = isLike(this.#form.values[name], literal.value);
    return problem && !isOfKind ? `${problem.replace(/\.$/, "")}; run the cell` : undefined;
  }

  async #copy(): Promise<void> {
    const literals = [...this.#host.literals()].flatMap(([name, literal]) =>
      "value" in literal && this.#rows.has(name) ? [[name, literal.value] as const] : [],
    );
    const text = this.#host.copyable(valuesLine(new Map(literals)));
    try {
      await navigator.clipboard.writeText(text);
      this.say({
        text: text.startsWith("http")
          ? "Copied: a link to these values."
          : "Copied: a line with these values.",
      });
    } catch {
      this.#paste.hidden = false;
      this.#paste.value = text;
      this.#paste.select();
      this.say({ text: "The browser does not let the page copy; copy the line from the field." });
    }
  }

  #openPaste(): void {
    this.#paste.hidden = !this.#paste.hidden;
    if (!this.#paste.hidden) this.#paste.focus();
    this.say({ text: this.#paste.hidden ? "" : "Paste a line of values and press Enter." });
  }
}

function makeControl(
  named: ControlName,
  description: FormControl,
  events: ControlEvents,
): Control | undefined {
  switch (description.kind) {
    case "number":
      return numberControl(named, description, events);
    case "boolean":
      return checkbox(named, events);
    case "select":
      return select(named, description.options, events);
    case "names":
      return names(named, description.options, events);
    case "title":
      return titleControl(named, events);
    case "text":
      return textControl(named, events);
    default:
      return undefined;
  }
}

function shownValue(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
