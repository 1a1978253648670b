import { digits, duration } from "./format.mjs";
import { spread } from "./statistics.mjs";
import { markdownTable } from "./table.mjs";

/**
 * A row for each model: its time at each size, how many times the smallest size's that of the largest is, and its memory at the peak. Results
 * of one name share a row; a note tells the size.
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
    const seconds = measured.map((each) => medianOf(each?.ours, "seconds"));
    const bytes = measured.map((each) => medianOf(each?.ours, "bytesAtPeak"));
    const ratio = (seconds.at(-1) ?? Number.NaN) / (seconds[0] ?? Number.NaN);
    return [name, ...seconds.map(durationOrDash), digits(ratio), ...bytes.map(digits)];
  });
  return markdownTable(header, rows);
}

/** @param {readonly import("./measure.mjs").Measurement[]} [measured] @param {"seconds" | "bytesAtPeak"} [what] */
function medianOf(measured = [], what = "seconds") {
  return spread(measured.map((each) => each[what] ?? Number.NaN)).median;
}

/** @param {number} seconds */
function durationOrDash(seconds) {
  return Number.isFinite(seconds) ? duration(seconds) : "–";
}
