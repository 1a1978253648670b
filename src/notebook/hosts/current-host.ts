import type { Host } from "./host.js";
import { NodeHost } from "./node-host.js";
import { TslabHost } from "./tslab-host.js";

let current: Host | undefined;

/** The host of this process: the one given to `useHost`, else the tslab kernel it runs in, else plain Node. */
export function currentHost(): Host {
  current ??= TslabHost.find() ?? new NodeHost();
  return current;
}

/** Makes `show`, `plot` and the others speak to this host; without one, to the host that is found. */
export function useHost(host?: Host): void {
  current = host;
}
