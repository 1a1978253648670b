import { appendFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "./places.mjs";
import { readIfThere } from "./stamp.mjs";

/**
 * @typedef {object} ClaimRun the claims of one run of a notebook
 * @property {string} notebook
 * @property {Record<string, string>} parameters those set from outside
 * @property {Record<string, boolean>} claims whether each holds
 */

const LONGEST_VALUE = 30;

/**
 * Adds the claims of a run of a course notebook to the file that the environment variable
 * REELBOOK_CLAIMS names; without it, does nothing.
 *
 * @param {string} path of the notebook
 * @param {Record<string, string>} parameters
 * @param {Record<string, boolean>} claims
 */
export function keepClaims(path, parameters, claims) {
  const file = process.env.REELBOOK_CLAIMS;
  if (!file || dirname(path) !== join(root, "notebooks")) return;
  appendFileSync(file, `${JSON.stringify({ notebook: basename(path, ".ipynb"), parameters, claims })}\n`);
}

/** The runs in a file of `keepClaims`. @param {string} file @returns {ClaimRun[]} */
export function claimRuns(file) {
  const lines = readIfThere(file).split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/**
 * A table of the claims that runs with other parameters break, a line for each: notebook, claim,
 * and the parameters.
 *
 * @param {ClaimRun[]} runs
 */
export function brokenClaims(runs) {
  return claimsOf(runs)
    .filter(({ broken }) => broken.length > 0)
    .map(({ notebook, claim, broken }) => `${notebook} | ${claim} | ${broken.join(" · ")}`);
}

/** The claims that no run breaks, a line for each. @param {ClaimRun[]} runs */
export function idleClaims(runs) {
  return claimsOf(runs)
    .filter(({ broken }) => broken.length === 0)
    .map(({ notebook, claim }) => `${notebook} | ${claim}`);
}

/**
 * All claims in the order of the notebooks, with the parameters that break each.
 * @param {ClaimRun[]} runs
 */
function claimsOf(runs) {
  /** @type {Map<string, { notebook: string, claim: string, broken: string[] }>} */
  const found = new Map();
  for (const { notebook, parameters, claims } of runs) {
    for (const [claim, holds] of Object.entries(claims)) {
      const key = JSON.stringify([notebook, claim]);
      const entry = found.get(key) ?? { notebook, claim, broken: [] };
      found.set(key, entry);
      const text = parametersText(parameters);
      if (!holds && !entry.broken.includes(text)) entry.broken.push(text);
    }
  }
  return [...found.values()].sort((a, b) => (a.notebook < b.notebook ? -1 : Number(a.notebook > b.notebook)));
}

/** @param {Record<string, string>} parameters */
function parametersText(parameters) {
  const set = Object.entries(parameters).map(([name, value]) => {
    const text = String(value);
    return `${name}=${text.length > LONGEST_VALUE ? `…${text.slice(-LONGEST_VALUE)}` : text}`;
  });
  return set.length > 0 ? set.join(" ") : "its own parameters";
}
