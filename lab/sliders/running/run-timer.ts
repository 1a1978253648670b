import type { Run } from "./history.js";

/**
 * Pairs the requests to run a cell with their replies. The kernel runs one after the other, so a
 * run begins when its request is sent or when the run before it has ended.
 */
export class RunTimer {
  readonly #requests = new Map<string, { id: string; source: string; sent: number }>();
  #lastReply = Number.NEGATIVE_INFINITY;

  sent(message: string, id: string, source: string, now: number): void {
    this.#requests.set(message, { id, source, sent: now });
  }

  /** The run that a reply ends; undefined for the reply to another request or a dropped one. */
  replied(message: string, status: string, now: number): Run | undefined {
    const request = this.#requests.get(message);
    const began = Math.max(request?.sent ?? now, this.#lastReply);
    this.#lastReply = now;
    this.#requests.delete(message);
    if (!request || (status !== "ok" && status !== "error")) return undefined;
    const { id, source } = request;
    return { id, source, milliseconds: now - began, succeeded: status === "ok" };
  }
}
