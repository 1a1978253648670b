import { duration, gibibytes } from "./format.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

/**
 * A row for each model and Node: its time to fit, that of a list, and the peak memory of its
 * process, which bench/ours/limits.mjs has measured.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 */
export function limitsTable(results) {
  const rows = results.map((result) => {
    const { seconds, answer = {} } = summaryOf(result);
    const { secondsOfList, bytesOfProcess } = answer;
    const [list, peak] = [secondsOfList?.ours, bytesOfProcess?.ours];
    return [
      result.name,
      result.note ?? "",
      seconds.ours ? duration(seconds.ours.median) : "–",
      list === undefined ? "–" : duration(list),
      peak === undefined ? "–" : gibibytes(peak),
    ];
  });
  return markdownTable(["", "Node", "fit", "a list", "peak memory"], rows);
}
