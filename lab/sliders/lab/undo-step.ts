import type { UndoManager } from "./lab-types.js";

/** Joins all edits of a cell between the first `begin` and the last `end` into one step of undo. */
export class UndoStep {
  #manager: UndoManager | null = null;
  #timeout = 0;
  #depth = 0;

  begin(manager: UndoManager | null): void {
    if (this.#depth++ > 0 || !manager) return;
    manager.stopCapturing();
    this.#manager = manager;
    this.#timeout = manager.captureTimeout;
    manager.captureTimeout = Number.POSITIVE_INFINITY;
  }

  end(): void {
    if (this.#depth === 0 || --this.#depth > 0 || !this.#manager) return;
    this.#manager.stopCapturing();
    this.#manager.captureTimeout = this.#timeout;
    this.#manager = null;
  }
}
