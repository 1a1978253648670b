import { Calls } from "./calls.js";
import type { CellOffers, CellWorkerStart, ConvertedCell, PageOffers } from "./cell/worker.js";
import type { CellRunner } from "./cell-session.js";

/**
 * The page's side of a worker that runs cells. It starts at once, before it belongs to a kernel.
 */
export class CellWorker implements CellRunner {
  readonly #worker: Worker;
  readonly #calls: Calls<CellOffers>;
  readonly #started: Promise<void>;
  #owner: PageOffers | undefined;
  #isEnded = false;

  constructor(url: URL, start: CellWorkerStart) {
    this.#worker = new Worker(url, { name: "cells" });
    const owner = () => {
      if (this.#owner) return this.#owner;
      throw new Error("this worker belongs to no notebook yet");
    };
    const offers: PageOffers = {
      stream: (...args) => owner().stream(...args),
      display: (...args) => owner().display(...args),
      record: (...args) => owner().record(...args),
      keepSolved: (...args) => owner().keepSolved(...args),
      readFile: (...args) => owner().readFile(...args),
      listFolder: (...args) => owner().listFolder(...args),
      writeFile: (...args) => owner().writeFile(...args),
    };
    this.#calls = new Calls<CellOffers>(this.#worker, offers);
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      const reason = event.message || "its script could not be loaded";
      this.end(
        new Error(
          `The worker of this notebook failed (${reason}). Restart the kernel, or load the page again.`,
        ),
      );
    });
    this.#started = this.#calls.ask("start", start);
    this.#started.catch(() => {});
  }

  /** From now on, outputs and files are those of this owner. */
  attach(owner: PageOffers): void {
    this.#owner = owner;
  }

  async run(cell: ConvertedCell): Promise<boolean> {
    await this.#started;
    return this.#calls.ask("run", cell);
  }

  interrupt(): void {
    this.#calls.tell("interrupt");
  }

  /** Takes which exercises were solved in another notebook. */
  takeSolved(text: string): void {
    this.#calls.tell("takeSolved", text);
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  end(reason: Error): void {
    this.#isEnded = true;
    this.#worker.terminate();
    this.#calls.close(reason);
  }
}
