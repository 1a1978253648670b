import { crossValidate } from "reelbook";
import { modelOf } from "./models.mjs";

/**
 * The mean of each measure over splits, each measured with the settings that were chosen for it.
 *
 * @param {string} model the name of its class
 * @param {readonly Record<string, unknown>[]} settings one for each split, or one for all
 * @param {{ splits: readonly import("reelbook").Split[], measures: readonly string[], side?:
 * import("./models.mjs").SideData }} data
 * @returns {{ seconds: number, answer: Record<string, number> }} seconds of fitting and predicting
 * one split
 */
export function evaluateSplits(model, settings, { splits, measures, side }) {
  if (settings.length !== 1 && settings.length !== splits.length) {
    throw new RangeError(
      `${settings.length} settings for ${splits.length} splits; give one for each, or one for all`,
    );
  }
  const means = splits.map((split, place) => {
    const own = settings[settings.length === 1 ? 0 : place] ?? {};
    return crossValidate(modelOf(model, own, side), [split], { metrics: measures }).mean;
  });
  const mean = (/** @type {string} */ measure) =>
    means.reduce((sum, each) => sum + (each[measure] ?? Number.NaN), 0) / means.length;
  const answer = Object.fromEntries(measures.map((measure) => [measure, mean(measure)]));
  return { seconds: mean("fitSeconds") + mean("testSeconds"), answer };
}
