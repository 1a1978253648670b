import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { readIfThere } from "../../scripts/lib/stamp.mjs";

/**
 * What one benchmark measured: bench/records/NAME.json, from which its section of the page is made.
 *
 * @typedef {object} SpeedRecord
 * @property {string} [peer] with its version
 * @property {string} day
 * @property {string} machine
 * @property {number} [load] load average at the start; 0 where the system has none
 * @property {string} [source] where the numbers are from, if no runs were kept
 * @property {import("./benchmark.mjs").Result[]} results
 */

const folder = join(root, "bench", "records");

/** @param {string} name of the benchmark @returns {SpeedRecord | undefined} */
export function readSpeedRecord(name) {
  const text = readIfThere(join(folder, `${name}.json`));
  return text === "" ? undefined : JSON.parse(text);
}

/** @param {string} name of the benchmark @param {SpeedRecord} record */
export function writeSpeedRecord(name, record) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 1)}\n`);
}
