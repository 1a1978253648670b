import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { readIfThere } from "../../scripts/lib/stamp.mjs";

/**
 * What one benchmark measured: bench/records/NAME.json, from which its section of the page is written.
 *
 * @typedef {object} SpeedRecord
 * @property {string} [peer] with its version
 * @property {string} day
 * @property {string} machine
 * @property {number} [load] how many processes wanted to run when the measuring began; 0 where the system does not say
 * @property {string} [source] where the numbers are from, if not from runs that were kept
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
