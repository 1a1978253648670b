import type { Host } from "./host.js";
import { NodeHost } from "./node-host.js";
import { TslabHost } from "./tslab-host.js";

let current: Host | undefined;

/** The host of this process: the one given to `useHost`, else the tslab kernel it runs in, else plain Node. */
export function currentHost(): Host {
  current ??= TslabHost.find() ?? new NodeHost();
  return current;
}

/**
 * Makes `show`, `plot` and the others speak to this host; without an argument, to the one that is found.
 *
 * @example
 * useHost({ ...silentHost, show: ({ html }) => page.append(html) });
 */
export function useHost(host?: Host): void {
  current = host;
}
