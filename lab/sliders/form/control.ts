import type { Value } from "./value.js";

/** What a control tells the form. */
export interface ControlEvents {
  /** The reader chose a value; ends when the cells that depend on it have run. */
  change(value: Value): Promise<void>;
  /**
   * The reader holds the control; changes until `release` are one step of undo, and slow cells
   * wait.
   */
  hold(): void;
  release(): void;
  /** Changes until `endStep` are one step of undo. */
  beginStep(): void;
  endStep(): void;
  /** Shows a sentence about the value below the control; undefined takes it away. */
  refuse(problem: string | undefined): void;
  /** The titles of the movies in the kernel, or a sentence that says why there are none. */
  titles(): Promise<readonly string[] | string>;
}

/** One parameter's control on the page. */
export interface Control {
  readonly node: HTMLElement;
  /** Shows a value, unless the reader is typing one. */
  set(value: Value): void;
  dispose?(): void;
}

/** How a control is named: its label has the id `${id}-label`, its first input `id`. */
export interface ControlName {
  readonly id: string;
  readonly name: string;
}
