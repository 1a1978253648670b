import { readFileSync, writeFileSync } from "node:fs";

/**
 * Starts to measure memory; what it returns tells how much the process has grown since, in bytes a rating: after a
 * collection, and at its largest.
 */
export function memoryMeter() {
  const [ownBefore, before] = [ownMemory(), process.memoryUsage.rss()];
  forgetPeak();
  return (/** @type {number} */ count) => {
    const peak = 1024 * process.resourceUsage().maxRSS;
    return { bytesKept: (ownMemory() - ownBefore) / count, bytesAtPeak: (peak - before) / count };
  };
}

/** So that the largest is counted from here; where the system is not Linux, a larger one before stays. */
function forgetPeak() {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {}
}

/** Bytes in memory that are the process's own, once collected; where the system is not Linux, with the program's files. */
function ownMemory() {
  globalThis.gc?.();
  globalThis.gc?.(); // What the first one found to be free is given back by the second.
  try {
    const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return 1024 * Number(kilobytes);
  } catch {
    return process.memoryUsage.rss();
  }
}
