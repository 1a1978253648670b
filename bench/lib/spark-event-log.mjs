/**
 * What tasks of Spark moved, in bytes, and the most that it kept of the data in memory.
 *
 * @typedef {object} SparkTotals
 * @property {number} bytesShuffled written for other tasks to read
 * @property {number} bytesSpilled to disk, because they did not fit into memory
 * @property {number} bytesCached the most blocks of data that were in memory at once
 * @property {number} taskSeconds of all tasks together
 */

/**
 * Totals of an event log of Spark: JSON lines, written with spark.eventLog.enabled and, for
 * `bytesCached`, spark.eventLog.logBlockUpdates.enabled.
 *
 * @param {string} text
 * @param {{ from?: number, to?: number }} [span] milliseconds since 1970: only tasks that end in it
 * @returns {SparkTotals}
 */
export function sparkTotals(text, { from = 0, to = Number.POSITIVE_INFINITY } = {}) {
  const totals = { bytesShuffled: 0, bytesSpilled: 0, bytesCached: 0, taskSeconds: 0 };
  /** @type {Map<string, number>} */
  const cached = new Map();
  let isInSpan = false;
  let inMemory = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith('{"Event":"SparkListenerTaskEnd"')) {
      const { "Task Info": info, "Task Metrics": metrics } = JSON.parse(line);
      const finished = info["Finish Time"];
      isInSpan = finished >= from && finished <= to;
      if (!isInSpan || !metrics) continue;
      totals.bytesShuffled += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"];
      totals.bytesSpilled += metrics["Disk Bytes Spilled"];
      totals.taskSeconds += metrics["Executor Run Time"] / 1000;
    } else if (line.startsWith('{"Event":"SparkListenerBlockUpdated"')) {
      const { "Block ID": id, "Memory Size": bytes } = JSON.parse(line)["Block Updated Info"];
      if (!id.startsWith("rdd_")) continue;
      inMemory += bytes - (cached.get(id) ?? 0);
      cached.set(id, bytes);
      if (isInSpan) totals.bytesCached = Math.max(totals.bytesCached, inMemory);
    }
  }
  return totals;
}
