import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches the memory of a process and of all that it started, on Linux, ten times a second.
 *
 * @param {number} pid
 * @returns {() => number} ends the watch; the most resident bytes of all together, NaN elsewhere
 */
export function watchTreeMemory(pid) {
  let most = Number.NaN;
  const look = () => {
    const bytes = treeMemory(pid);
    if (!(bytes <= most)) most = bytes;
  };
  look();
  const timer = setInterval(look, 100);
  timer.unref();
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/**
 * Resident bytes of a process and its descendants; NaN where there is no /proc.
 *
 * @param {number} pid
 */
export function treeMemory(pid) {
  /** @type {Map<number, { parent: number, bytes: number }>} */
  const processes = new Map();
  try {
    for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
      const status = readStatus(name);
      const parent = /PPid:\s+(\d+)/.exec(status)?.[1];
      const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
      if (parent)
        processes.set(Number(name), { parent: Number(parent), bytes: 1024 * Number(kilobytes ?? 0) });
    }
  } catch {
    return Number.NaN;
  }
  const isOurs = (/** @type {number} */ id) => {
    for (let at = id; at > 0; at = processes.get(at)?.parent ?? 0) if (at === pid) return true;
    return false;
  };
  return [...processes].reduce((sum, [id, { bytes }]) => sum + (isOurs(id) ? bytes : 0), 0);
}

/** Empty for a process that has ended meanwhile. @param {string} pid */
function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
