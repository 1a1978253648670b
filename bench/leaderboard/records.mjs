import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { readIfThere } from "../../scripts/lib/stamp.mjs";

/**
 * The measures of one row.
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
 * @property {number} load load average at the start; 0 where the system has none
 *
 * @typedef {Pick<Measured, "seconds" | "answer">} PeerMeasured
 * @typedef {Run & { rows: Record<string, PeerMeasured> }} PeerRecord by the row's name
 *
 * @typedef {import("./tables.mjs").Pair & import("reelbook").DifferenceInterval} Interval
 *
 * @typedef {object} OurRecord by the row's name
 * @property {Record<string, Measured>} rows
 * @property {Interval[]} [intervals]
 * @property {PeerRecord | undefined} [peer]
 *
 * @typedef {Run & OurRecord} TableRecord
 */

const path = join(root, "docs", "leaderboard.json");

/**
 * The records that are committed, by the name of the table. @returns {Record<string, TableRecord>}
 */
export function readRecords() {
  return JSON.parse(readIfThere(path) || "{}");
}

/** @param {Record<string, TableRecord>} records */
export function writeRecords(records) {
  writeFileSync(path, `${JSON.stringify(records, null, 1)}\n`);
}

/**
 * The differences of a new record from the old one, a sentence for each.
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
