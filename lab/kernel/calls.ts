/** A worker, seen from its page, or the page, seen from the worker. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/** What one side of a port offers to the other. */
export type Offers = { readonly [Name in string]: (...args: never[]) => unknown };

type Answer<Offer> = Offer extends (...args: never[]) => infer Value ? Awaited<Value> : never;
type Arguments<Offer> = Offer extends (...args: infer Args) => unknown ? Args : never;

type Message =
  | { readonly call: string; readonly args: readonly unknown[]; readonly id?: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };

interface Waiting {
  give(answer: never): void;
  fail(error: Error): void;
}

/** Calls over a port in both directions: those of the other side, and answers to its own. */
export class Calls<Remote extends object> {
  readonly #port: Port;
  readonly #waiting = new Map<number, Waiting>();
  #sent = 0;
  #closed: Error | undefined;

  constructor(port: Port, offers: object) {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if ("call" in data) this.#answer(data, offers as Offers);
      else this.#take(data);
    });
  }

  /** Calls the other side and waits for its answer. */
  ask<Name extends keyof Remote & string>(
    name: Name,
    ...args: Arguments<Remote[Name]>
  ): Promise<Answer<Remote[Name]>> {
    if (this.#closed) return Promise.reject(this.#closed);
    const id = this.#sent++;
    return new Promise<Answer<Remote[Name]>>((give, fail) => {
      this.#waiting.set(id, { give, fail });
      this.#port.postMessage({ call: name, args, id });
    });
  }

  /** Calls the other side without waiting. */
  tell<Name extends keyof Remote & string>(name: Name, ...args: Arguments<Remote[Name]>): void {
    this.#port.postMessage({ call: name, args });
  }

  /** All that waits, and each later call, fails with this error. */
  close(reason: Error): void {
    this.#closed = reason;
    for (const { fail } of this.#waiting.values()) fail(reason);
    this.#waiting.clear();
  }

  async #answer({ call, args, id }: Extract<Message, { call: string }>, offers: Offers): Promise<void> {
    try {
      const answer = await (offers[call] as (...args: readonly unknown[]) => unknown)(...args);
      if (id !== undefined) this.#port.postMessage({ id, answer });
    } catch (error) {
      if (id === undefined) throw error;
      this.#port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  #take(message: Exclude<Message, { call: string }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ("error" in message) waiting?.fail(new Error(message.error));
    else waiting?.give(message.answer as never);
  }
}
