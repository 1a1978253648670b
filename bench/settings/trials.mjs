import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";

/**
 * Settings that were tried, and what they reached on the validation parts of each split, in their order: errors as "rmse", of which less
 * is better, or anything else, of which more is.
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

/** A line a trial. @param {string} protocol @param {Record<string, Trial[]>} trials */
export function writeTrials(protocol, trials) {
  const lists = Object.entries(trials).map(([name, list]) => {
    const lines = list.map((trial) => `    ${JSON.stringify(trial)}`).join(",\n");
    return `  ${JSON.stringify(name)}: [\n${lines}\n  ]`;
  });
  writeFileSync(pathOf(protocol), `{\n${lists.join(",\n")}\n}\n`);
}

/**
 * The best settings on the validation part of each split: what `node bench/choose-settings.mjs` found.
 *
 * @param {string} protocol
 * @param {string} name of the grid
 */
export function chosenSettings(protocol, name) {
  const trials = readTrials(protocol)[name];
  if (!trials) throw new Stop(`Nothing was tried for ${name}; run node bench/choose-settings.mjs first.`);
  return bestOfEachSplit(trials);
}

/** The first of the settings that did best, for each split. @param {readonly Trial[]} trials */
export function bestOfEachSplit(trials) {
  const [measure = ""] = Object.keys(trials[0] ?? {}).filter((key) => key !== "settings");
  const sign = measure === "rmse" ? -1 : 1;
  const reached = (/** @type {Trial | undefined} */ trial) =>
    /** @type {number[]} */ (trial?.[measure] ?? []);
  return reached(trials[0]).map((_, split) => {
    const goodness = (/** @type {Trial} */ trial) => sign * (reached(trial)[split] ?? Number.NaN);
    return trials.reduce((best, trial) => (goodness(trial) > goodness(best) ? trial : best)).settings;
  });
}
