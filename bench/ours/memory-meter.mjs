/**
 * Starts to measure memory; what it returns tells how much the process has grown since, in bytes a rating: after a
 * collection, and at its largest. Pages count that are in memory, whether of JavaScript's heap or of arrays.
 */
export function memoryMeter() {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  return (/** @type {number} */ count) => {
    const peak = 1024 * process.resourceUsage().maxRSS;
    globalThis.gc?.();
    return {
      bytesKept: (process.memoryUsage.rss() - before) / count,
      bytesAtPeak: (peak - before) / count,
    };
  };
}
