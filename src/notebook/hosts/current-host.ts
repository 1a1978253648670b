import type { Host } from "./host.js";
import { NodeHost } from "./node-host.js";
import { TslabHost } from "./tslab-host.js";

let current: Host | undefined;

/**
 * The host of this process: that of `useHost`, otherwise the tslab kernel, otherwise plain Node.
 */
export function currentHost(): Host {
  current ??= TslabHost.find() ?? new NodeHost();
  return current;
}

/** Sets the host of `show`, `plot` and the others; without one, it is detected again. */
export function useHost(host?: Host): void {
  current = host;
}
