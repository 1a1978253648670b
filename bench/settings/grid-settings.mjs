import { settingsOf } from "./grids.mjs";
import { PROTOCOLS } from "./protocols.mjs";
import { chosenSettings } from "./trials.mjs";

/**
 * The settings of a grid that were chosen for each split; the only ones, for all splits, of a grid
 * that tries nothing.
 *
 * @param {string} protocol
 * @param {string} name of the grid
 * @returns {Record<string, unknown>[]}
 */
export function gridSettings(protocol, name) {
  const grid = PROTOCOLS[protocol]?.grids[name];
  return grid && isFixed(grid) ? settingsOf(grid) : chosenSettings(protocol, name);
}

/**
 * Whether a grid has one setting, which needs no search.
 *
 * @param {import("./grids.mjs").Grid} grid
 */
export function isFixed({ tried }) {
  return Object.keys(tried).length === 0;
}
