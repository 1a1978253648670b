import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { scratch } from "../../scripts/lib/places.mjs";
import { readIfThere } from "../../scripts/lib/stamp.mjs";

/** @typedef {import("../lib/user-values.mjs").UserValues} UserValues */

/**
 * What was measured of a row, with the values of users, which are too many to commit.
 *
 * @typedef {import("./records.mjs").Measured & { perUser?: UserValues }} Kept
 */

/** @param {string} table @param {string} folder */
const pathOf = (table, folder) => join(folder, `${table}.json`);

const keptIn = join(scratch, "leaderboard");

/**
 * All rows of a table that this machine has measured, by name.
 *
 * @param {string} table
 * @returns {Record<string, Kept>}
 */
export function readKept(table, folder = keptIn) {
  return JSON.parse(readIfThere(pathOf(table, folder)) || "{}");
}

/** @param {string} table @param {string} row @param {Kept} kept */
export function keepRow(table, row, kept, folder = keptIn) {
  const path = pathOf(table, folder);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...readKept(table, folder), [row]: kept }));
}

/**
 * A kept row, if it has these settings and, where it is recorded, the recorded measures.
 *
 * @param {Kept | undefined} kept
 * @param {import("./resolve-row.mjs").Resolved & { answer?: Record<string, number> }} wanted
 * @param {number} tolerance
 */
export function keptRow(kept, wanted, tolerance) {
  if (!kept || !hasSettings(kept, wanted)) return undefined;
  const isSame = Object.entries(wanted.answer ?? {}).every(
    ([measure, value]) => Math.abs((kept.answer[measure] ?? Number.NaN) - value) <= tolerance,
  );
  return isSame ? kept : undefined;
}

/**
 * Whether a row was measured with these settings.
 *
 * @param {import("./resolve-row.mjs").Resolved} resolved
 * @param {import("./resolve-row.mjs").Resolved} other
 */
export function hasSettings({ model, settings }, other) {
  return model === other.model && JSON.stringify(settings) === JSON.stringify(other.settings);
}
