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
 * @typedef {object} OurRecord by the row's name
 * @property {Record<string, Measured>} rows
 * @property {import("./row-differences.mjs").Differences} [differences] from the reference row
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
 * Where a new record deviates from the old one, a sentence for each measure.
 *
 * @param {Pick<import("./tables.mjs").Table, "title" | "tolerance">} table
 * @param {Comparable | undefined} before
 * @param {Comparable} now
 *
 * @typedef {{ rows: Record<string, Pick<Measured, "answer">> } & Pick<OurRecord, "differences">}
 * Comparable
 */
export function deviations({ title, tolerance }, before, now) {
  const recorded = measuresOf(before ?? { rows: {} });
  return Array.from(measuresOf(now)).flatMap(([what, value]) => {
    const old = recorded.get(what) ?? Number.NaN;
    if (Math.abs(value - old) <= tolerance) return [];
    return [`${title}, ${what} is ${value}, recorded is ${old}; the tolerance is ${tolerance}.`];
  });
}

/** All measures and ends of intervals by what they are. @param {Comparable} record */
function measuresOf({ rows, differences = {} }) {
  /** @type {Map<string, number>} */
  const all = new Map();
  for (const [row, { answer }] of Object.entries(rows)) {
    for (const [measure, value] of Object.entries(answer)) all.set(`${row}: ${measure}`, value);
  }
  for (const [row, ofRow] of Object.entries(differences)) {
    for (const [measure, { difference, low, high }] of Object.entries(ofRow)) {
      for (const [end, value] of Object.entries({ difference, low, high }))
        all.set(`${row}: the ${end} of the difference of ${measure}`, value);
    }
  }
  return all;
}
