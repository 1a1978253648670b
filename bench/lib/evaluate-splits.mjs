import { compare } from "reelbook";
import { modelOf } from "./models.mjs";
import { userValues } from "./user-values.mjs";

/**
 * The mean of each measure over splits, each measured with the settings that were chosen for it.
 *
 * @param {string} model the name of its class
 * @param {readonly Record<string, unknown>[]} settings one for each split, or one for all
 * @param {{ splits: readonly import("reelbook").Split[], measures: readonly string[], side?:
 * import("./models.mjs").SideData }} data
 * @returns {{ seconds: number, answer: Record<string, number>, perUser:
 * import("./user-values.mjs").UserValues }} seconds of fitting and predicting one split
 */
export function evaluateSplits(model, settings, { splits, measures, side }) {
  if (settings.length !== 1 && settings.length !== splits.length) {
    throw new RangeError(
      `${settings.length} settings for ${splits.length} splits; give one for each, or one for all`,
    );
  }
  const tables = splits.map((split, place) => {
    const own = settings[settings.length === 1 ? 0 : place] ?? {};
    return compare([modelOf(model, own, side)], split, { metrics: measures });
  });
  const mean = (/** @type {string} */ measure) =>
    tables.reduce((sum, [row]) => sum + (row?.[measure] ?? Number.NaN), 0) / tables.length;
  const valuesOf = (/** @type {string} */ measure) =>
    Float64Array.from(tables.flatMap((table) => [...table.valuesOf(table[0]?.model ?? "", measure)]));
  return {
    seconds: mean("fitSeconds") + mean("testSeconds"),
    answer: Object.fromEntries(measures.map((measure) => [measure, mean(measure)])),
    perUser: Object.fromEntries(measures.map((measure) => [measure, userValues(valuesOf(measure), splits)])),
  };
}
