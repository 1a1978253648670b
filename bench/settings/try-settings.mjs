import { crossValidate } from "reelbook";
import { modelOf } from "../lib/models.mjs";

/**
 * The measure of settings on the validation parts of each split, to six decimals.
 *
 * @param {string} model the name of its class
 * @param {readonly Record<string, unknown>[]} settings one for each split, or one for all
 * @param {{ parts: readonly import("reelbook").Split[][], measure: string, side?:
 * import("../lib/models.mjs").SideData }} data
 * @returns {number[]} for each split, the mean of the measure over its validation parts
 */
export function trySettings(model, settings, { parts, measure, side }) {
  return parts.map((ofSplit, split) => {
    const each = modelOf(model, settings[settings.length === 1 ? 0 : split] ?? {}, side);
    const measured = crossValidate(each, ofSplit, { metrics: [measure] }).mean[measure] ?? Number.NaN;
    return Number(measured.toFixed(6));
  });
}
