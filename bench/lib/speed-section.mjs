import { missesTime, resultTable } from "./benchmark.mjs";
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
  return [
    `## ${title}`,
    `${about}${peer}`,
    table(record.results),
    ...missedGoals(record.results),
    `${runLine(record)}${source}`,
  ].join("\n\n");
}

/**
 * Why goals of time are missed, and where our time goes.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 * @returns {string[]} a paragraph, or none
 */
function missedGoals(results) {
  const lines = results.filter(missesTime).flatMap(({ name, ifMissed, profile }) => {
    const parts = profile?.map(({ name: part, share }) => `\`${part}\` ${percent(share)}`).join(", ");
    const where = parts && `Our time: ${parts}.`;
    const text = [ifMissed, where].filter(Boolean).join(" ");
    return text ? [`- *${name}*: ${text}`] : [];
  });
  if (lines.length === 0) return [];
  return [`**Goals that are missed** (shares of the samples of the calling thread):\n\n${lines.join("\n")}`];
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(100 * share)} %`;
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
