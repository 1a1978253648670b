import type { Host } from "./host.js";
import { NodeHost } from "./node-host.js";
import { TslabHost } from "./tslab-host.js";

/**
 * The host of this process: the tslab kernel, otherwise plain Node. Bundles for browsers have
 * `web/find-host.ts` instead, by the field "browser" of notebook/package.json.
 */
export function findHost(): Host {
  const node = new NodeHost();
  return TslabHost.find(node) ?? node;
}
