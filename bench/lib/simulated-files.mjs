import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { importSource } from "../../scripts/lib/import-source.mjs";
import { scratch } from "../../scripts/lib/places.mjs";

const folder = join(scratch, "bench", "csv");

/**
 * The sizes of benchmarks: ML-1M, about one, two and four fifths of ML-25M, ML-25M, and four times
 * its users and ratings.
 */
export const SIZES = {
  "1M": { users: 6040, items: 3706, count: 1_000_209 },
  "5M": { users: 32_508, items: 26_000, count: 5_000_019 },
  "10M": { users: 65_016, items: 38_000, count: 10_000_038 },
  "20M": { users: 130_033, items: 53_000, count: 20_000_076 },
  "25M": { users: 162_541, items: 59_047, count: 25_000_095 },
  "100M": { users: 650_164, items: 59_047, count: 100_000_380 },
};

/**
 * The path of a CSV file of simulated ratings, which is written at the first call.
 *
 * @param {keyof typeof SIZES} size
 */
export async function simulatedFile(size) {
  const file = join(folder, `ratings-${size}.csv`);
  if (existsSync(file)) return file;
  console.log(`Simulating ${size} ratings …`);
  /** @type {typeof import("../../src/ratings/simulation/simulated-csv.js")} */
  const { simulatedCsv } = await importSource("src/ratings/simulation/simulated-csv.ts");
  mkdirSync(folder, { recursive: true });
  await pipeline(simulatedCsv(SIZES[size]), createWriteStream(`${file}.half`));
  renameSync(`${file}.half`, file);
  return file;
}

export function removeSimulatedFiles() {
  rmSync(folder, { recursive: true, force: true });
}
