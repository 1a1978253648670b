import { resultTable } from "./benchmark.mjs";
import { runLine } from "./run-line.mjs";
import { summaryOf } from "./summary.mjs";

/**
 * The section of a benchmark, made only from its texts and its record.
 *
 * @param {import("./benchmark.mjs").Benchmark} benchmark
 * @param {import("./speed-records.mjs").SpeedRecord} record
 */
export function speedSection({ title, about, table = resultTable }, record) {
  const peer = record.peer ? ` Peer: ${record.peer}; ${pairsText(record.results)} pairs.` : "";
  const source = record.source ? ` ${record.source}` : "";
  return [`## ${title}`, `${about}${peer}`, table(record.results), `${runLine(record)}${source}`].join(
    "\n\n",
  );
}

/**
 * The number of pairs of each case, as text. @param {readonly import("./benchmark.mjs").Result[]}
 * results
 */
function pairsText(results) {
  const pairs = results.map((result) => summaryOf(result).pairs);
  const [fewest, most] = [Math.min(...pairs), Math.max(...pairs)];
  return fewest === most ? `${most}` : `${fewest} to ${most}`;
}
