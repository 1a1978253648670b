import * as reelbook from "reelbook";

/**
 * Whether `tune` can search a grid: not that of an ensemble, of a model that uses facts of items,
 * of a model without settings, or of one outside of the library.
 *
 * @param {import("./grids.mjs").Grid} grid
 * @param {import("../lib/models.mjs").SideData} [side]
 */
export function canTune({ model, of, fixed, tried }, side) {
  if (of || Object.keys({ ...fixed, ...tried }).length === 0) return false;
  const Model = /** @type {Record<string, any>} */ (reelbook)[model];
  if (!Model) return false;
  return !side || model === "FactorizationMachine" || !("of" in new Model());
}

/**
 * All settings of a grid on the validation parts of each split, by the library's `tune`, in worker
 * threads: what `trySettings` gives for each of them.
 *
 * @param {import("./grids.mjs").Grid} grid
 * @param {{ parts: readonly import("reelbook").Split[][], measure: string }} data
 * @returns {Promise<{ settings: Record<string, unknown>, scores: number[] }[]>} in the order of the
 * grid, with a score for each split to six decimals
 */
export async function tuneSettings({ model, fixed, tried }, { parts, measure }) {
  const Model = /** @type {Record<string, any>} */ (reelbook)[model];
  const single = Object.entries(fixed).map(([name, value]) => [name, [value]]);
  const space = { ...Object.fromEntries(single), ...tried };
  /** @type {import("reelbook").TuningRecord[]} */
  const records = [];
  for (const validation of parts) {
    const ratings = /** @type {import("reelbook").Split} */ (validation[0]).train;
    records.push((await reelbook.tune(Model, ratings, space, { validation, metric: measure })).record);
  }
  return (records[0]?.trials ?? []).map(({ settings }, place) => ({
    settings,
    scores: records.map(({ trials }) => {
      const { score, error } = trials[place] ?? {};
      if (score === undefined) throw new Error(`${model} ${JSON.stringify(settings)}: ${error}`);
      return Number(score.toFixed(6));
    }),
  }));
}
