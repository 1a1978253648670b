import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { readIfThere } from "../../scripts/lib/stamp.mjs";

/**
 * What one row came to.
 *
 * @typedef {object} Measured
 * @property {string} model
 * @property {Record<string, unknown>[]} settings for each split, or one for all
 * @property {number} seconds of fitting and predicting one split
 * @property {Record<string, number>} answer the mean of each measure
 *
 * @typedef {object} Run
 * @property {string} day
 * @property {string} machine
 * @property {number} load how many processes wanted to run when the measuring began; 0 where the system does not say
 *
 * @typedef {Run & { rows: Record<string, { seconds: number, answer: Record<string, number> }> }} PeerRecord by the row's name
 *
 * @typedef {import("./tables.mjs").Pair & import("reelbook").DifferenceInterval} Interval
 *
 * @typedef {Run & { rows: Record<string, Measured>, intervals?: Interval[], peer?: PeerRecord | undefined }} TableRecord by the row's name
 */

const path = join(root, "docs", "leaderboard.json");

/** The records that are committed, by the name of the table. @returns {Record<string, TableRecord>} */
export function readRecords() {
  return JSON.parse(readIfThere(path) || "{}");
}

/** @param {Record<string, TableRecord>} records */
export function writeRecords(records) {
  writeFileSync(path, `${JSON.stringify(records, null, 1)}\n`);
}

/**
 * Where a new record is not the old one, a sentence each.
 *
 * @param {import("./tables.mjs").Table} table
 * @param {TableRecord | undefined} before
 * @param {TableRecord} now
 */
export function differences({ title, tolerance }, before, now) {
  const rows = Object.entries(now.rows).map(([name, { answer }]) => ({
    name,
    answer,
    recorded: before?.rows[name]?.answer,
  }));
  const intervals = (now.intervals ?? []).map((interval, place) => ({
    name: `${interval.first} − ${interval.second}`,
    answer: endsOf(interval),
    recorded: endsOf(before?.intervals?.[place]),
  }));
  return [...rows, ...intervals].flatMap(({ name, answer, recorded }) =>
    Object.entries(answer).flatMap(([measure, value]) => {
      const old = recorded?.[measure] ?? Number.NaN;
      if (Math.abs(value - old) <= tolerance) return [];
      return [
        `${title}, ${name}: ${measure} is ${value}, recorded is ${old}; the tolerance is ${tolerance}.`,
      ];
    }),
  );
}

/** @param {Interval} [interval] @returns {Record<string, number>} */
function endsOf({ difference = Number.NaN, low = Number.NaN, high = Number.NaN } = /** @type {any} */ ({})) {
  return { difference, low, high };
}
