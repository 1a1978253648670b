import { duration, gibibytes } from "./format.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

const STEPS = /** @type {const} */ ([
  ["open", "read"],
  ["split", "time split"],
  ["fit", "item KNN"],
  ["lists", "200 lists"],
  ["als", "ALS"],
  ["allLists", "all lists of ALS"],
]);

const BYTES = /** @type {const} */ ([
  ["bytesAtPeak", "peak memory"],
  ["bytesRead", "read by the fit"],
  ["bytesStored", "database"],
  ["bytesSpilled", "spilled"],
  ["bytesShuffled", "shuffled"],
]);

/**
 * Two tables with a row for each engine and size: the times of its steps, and its bytes, as
 * bench/ours/large.mjs and large-spark.mjs measured them.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 */
export function largeTable(results) {
  return [tableOf(results, STEPS, duration), tableOf(results, BYTES, gibibytes)].join("\n\n");
}

/**
 * @param {readonly import("./benchmark.mjs").Result[]} results
 * @param {readonly (readonly [string, string])[]} columns
 * @param {(value: number) => string} format
 */
function tableOf(results, columns, format) {
  const rows = results.map((result) => {
    const { answer = {} } = summaryOf(result);
    const values = columns.map(([name]) => answer[name]?.ours);
    return [result.name, ...values.map((value) => (value === undefined ? "–" : format(value)))];
  });
  return markdownTable(["", ...columns.map(([, title]) => title)], rows);
}
