import { ml100k } from "./ml-100k.mjs";

/**
 * A model of ours and one of Surprise, each as the name of its class and its settings.
 *
 * @typedef {Omit<import("./benchmark.mjs").Case, "ours" | "theirs"> & {
 *   ours: readonly [string, object], theirs: readonly [string, object], later?: number
 * }} FoldCase calls after the first, which are then the ones that count
 */

/**
 * The cases of a benchmark that fits and predicts fold 0 of ML-100K.
 *
 * @param {readonly FoldCase[]} cases
 * @returns {Promise<import("./benchmark.mjs").Case[]>}
 */
export async function foldCases(cases) {
  const folder = await ml100k();
  return cases.map(({ ours, theirs, later = 0, ...each }) => ({
    ...each,
    ours: ["ours/predict-fold.mjs", `${folder}`, ours[0], JSON.stringify(ours[1]), `${later}`],
    theirs: ["peers/predict_fold.py", `${folder}`, theirs[0], JSON.stringify(theirs[1]), `${later}`],
    missing: folder ? undefined : "ML-100K",
  }));
}
