import { digits, duration } from "./format.mjs";
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
 * A row for each engine and size: what bench/ours/large.mjs has measured of its steps.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 */
export function largeTable(results) {
  const header = ["", ...STEPS.map(([, title]) => title), ...BYTES.map(([, title]) => title)];
  const rows = results.map((result) => {
    const { answer = {} } = summaryOf(result);
    const times = STEPS.map(([step]) => answer[step]?.ours).map((time) =>
      time === undefined ? "–" : duration(time),
    );
    const bytes = BYTES.map(([what]) => gibibytes(answer[what]?.ours));
    return [result.name, ...times, ...bytes];
  });
  return markdownTable(header, rows);
}

/** @param {number | undefined} bytes */
function gibibytes(bytes) {
  if (bytes === undefined) return "–";
  return bytes === 0 ? "0" : `${digits(bytes / 2 ** 30)} GiB`;
}
