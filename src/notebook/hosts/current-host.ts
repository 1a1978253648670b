import { findHost } from "./find-host.js";
import type { Host } from "./host.js";

let current: Host | undefined;

/** The host of `useHost`, otherwise the one that `findHost` finds. */
export function currentHost(): Host {
  current ??= findHost();
  return current;
}

/** Sets the host of `show`, `plot` and the others; without one, it is detected again. */
export function useHost(host?: Host): void {
  current = host;
}
