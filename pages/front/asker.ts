import type { Answers, Reply, Request } from "./messages.js";

/** Sends requests to a worker and gives its answers; an error of the worker fails all of them. */
export class Asker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { give: (answer: never) => void; fail: (error: Error) => void }>();
  #sent = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("error" in data) waiting?.fail(new Error(data.error));
      else waiting?.give(data.answer as never);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(event.message || "its script could not be loaded");
      for (const { fail } of this.#waiting.values()) fail(error);
      this.#waiting.clear();
    };
  }

  ask<Kind extends Request["ask"]>(
    request: Extract<Request, { ask: Kind }>,
    transfer: Transferable[] = [],
  ): Promise<Answers[Kind]> {
    const id = this.#sent++;
    return new Promise<Answers[Kind]>((give, fail) => {
      this.#waiting.set(id, { give, fail });
      this.#worker.postMessage({ id, ...request }, transfer);
    });
  }
}
