import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";

/**
 * Settings that were tried, and their measure on the validation parts of each split, in order:
 * "rmse", for which less is better, or another measure, for which more is better.
 *
 * @typedef {{ settings: Record<string, unknown>, [measure: string]: unknown }} Trial
 */

/** @param {string} protocol */
const pathOf = (protocol) => join(root, "bench", "settings", `${protocol}.json`);

/**
 * The trials of a protocol, by the name of the grid.
 *
 * @param {string} protocol
 * @returns {Record<string, Trial[]>}
 */
export function readTrials(protocol) {
  return existsSync(pathOf(protocol)) ? JSON.parse(readFileSync(pathOf(protocol), "utf8")) : {};
}

/** One line for each trial. @param {string} protocol @param {Record<string, Trial[]>} trials */
export function writeTrials(protocol, trials) {
  const lists = Object.entries(trials).map(([name, list]) => {
    const lines = list.map((trial) => `    ${JSON.stringify(trial)}`).join(",\n");
    return `  ${JSON.stringify(name)}: [\n${lines}\n  ]`;
  });
  writeFileSync(pathOf(protocol), `{\n${lists.join(",\n")}\n}\n`);
}

/**
 * The best settings on the validation parts of each split, as found by
 * `node bench/choose-settings.mjs`.
 *
 * @param {string} protocol
 * @param {string} name of the grid
 */
export function chosenSettings(protocol, name) {
  const trials = readTrials(protocol)[name];
  if (!trials) throw new Stop(`Nothing was tried for ${name}; run node bench/choose-settings.mjs first.`);
  return bestOfEachSplit(trials);
}

/** The best settings for each split; the first of equal ones. @param {readonly Trial[]} trials */
export function bestOfEachSplit(trials) {
  const [measure = ""] = Object.keys(trials[0] ?? {}).filter((key) => key !== "settings");
  const sign = measure === "rmse" ? -1 : 1;
  const measured = (/** @type {Trial | undefined} */ trial) =>
    /** @type {number[]} */ (trial?.[measure] ?? []);
  return measured(trials[0]).map((_, split) => {
    const score = (/** @type {Trial} */ trial) => sign * (measured(trial)[split] ?? Number.NaN);
    return trials.reduce((best, trial) => (score(trial) > score(best) ? trial : best)).settings;
  });
}
