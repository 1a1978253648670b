/** The part of JupyterLite's stand-in for a WebSocket that is used. */
export interface LocalSocket {
  readonly readyState: number;
  send(data: unknown): void;
  /** Calls the listeners with `data`; false if there are none. */
  dispatchEvent(event: { readonly type: string }, data: unknown): boolean;
}

const OPEN = 1;

/**
 * JupyterLite's WebSocket without the 4 ms that it takes for each message to a kernel of the same
 * page. A cell that is sent when another has ended then starts in the same task, before the page is
 * drawn for an idle kernel.
 */
export function promptSocket<Arguments extends unknown[]>(
  Base: new (...args: Arguments) => LocalSocket,
): new (
  ...args: Arguments
) => LocalSocket {
  return class extends Base {
    override send(data: unknown): void {
      if (this.readyState !== OPEN) super.send(data);
      else queueMicrotask(() => this.#deliver(data));
    }

    #deliver(data: unknown): void {
      if (!this.dispatchEvent({ type: "server::message" }, data)) super.send(data);
    }
  };
}
