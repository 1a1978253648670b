import { readFileSync, writeFileSync } from "node:fs";

/**
 * Starts to measure memory. The returned function gives the growth of the process since then, in
 * bytes for each rating: after a garbage collection, and at the peak.
 */
export function memoryMeter() {
  const [privateBefore, before] = [privateMemory(), process.memoryUsage.rss()];
  resetPeak();
  return (/** @type {number} */ count) => {
    const peak = 1024 * process.resourceUsage().maxRSS;
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
 * Bytes of private memory after a garbage collection; on other systems than Linux with program
 * files.
 */
function privateMemory() {
  globalThis.gc?.();
  globalThis.gc?.(); // The second one returns to the system what the first has freed.
  try {
    const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return 1024 * Number(kilobytes);
  } catch {
    return process.memoryUsage.rss();
  }
}
