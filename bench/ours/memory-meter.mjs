import { readFileSync, writeFileSync } from "node:fs";

/**
 * Starts to measure memory. The returned function gives the growth of the process since then, in
 * bytes for each rating: after a garbage collection, and at the peak.
 */
export function memoryMeter() {
  const [privateBefore, before] = [privateMemory(), process.memoryUsage.rss()];
  resetPeak();
  return (/** @type {number} */ count) => {
    const peak = peakMemory();
    return { bytesKept: (privateMemory() - privateBefore) / count, bytesAtPeak: (peak - before) / count };
  };
}

/** Resets the peak; only Linux can, elsewhere an earlier larger peak remains. */
function resetPeak() {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {}
}

/**
 * Bytes of memory at the peak. On Linux, maxRSS of a program that was just started is that of the
 * process which started it, and cannot be reset.
 */
function peakMemory() {
  return 1024 * (kilobytesOf("VmHWM") ?? process.resourceUsage().maxRSS);
}

/**
 * Bytes of private memory after a garbage collection; on other systems than Linux with program
 * files.
 */
function privateMemory() {
  globalThis.gc?.();
  globalThis.gc?.(); // The second one returns to the system what the first has freed.
  const kilobytes = kilobytesOf("RssAnon");
  return kilobytes === undefined ? process.memoryUsage.rss() : 1024 * kilobytes;
}

/**
 * A line of what Linux says of this process.
 *
 * @param {string} name
 */
function kilobytesOf(name) {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(status) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    return undefined;
  }
}
