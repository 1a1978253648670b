import { digits, duration } from "./format.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

/**
 * A row for each model: its time at each size, the ratio of the largest size's to the smallest's,
 * and its peak memory. Results of one name share a row; their notes are the sizes.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 */
export function growthTable(results) {
  const sizes = [...new Set(results.map(({ note = "" }) => note))];
  const names = [...new Set(results.map(({ name }) => name))];
  const header = [
    ...["", ...sizes.map((size) => `${size} ratings`), `${sizes.at(-1)} / ${sizes[0]}`],
    ...sizes.map((size) => `bytes a rating, ${size}`),
  ];
  const rows = names.map((name) => {
    const measured = sizes.map((size) => results.find((each) => each.name === name && each.note === size));
    const seconds = measured.map((each) => medianOf(each, "seconds"));
    const bytes = measured.map((each) => medianOf(each, "bytesAtPeak"));
    const ratio = (seconds.at(-1) ?? Number.NaN) / (seconds[0] ?? Number.NaN);
    return [name, ...seconds.map(durationOrDash), digits(ratio), ...bytes.map(digits)];
  });
  return markdownTable(header, rows);
}

/**
 * @param {import("./benchmark.mjs").Result | undefined} result @param {"seconds" | "bytesAtPeak"}
 * what
 */
function medianOf(result, what) {
  return (result && summaryOf(result)[what]?.ours?.median) ?? Number.NaN;
}

/** @param {number} seconds */
function durationOrDash(seconds) {
  return Number.isFinite(seconds) ? duration(seconds) : "–";
}
