/** Rows, features, trees and what bounds a tree's size: as the hybrid's, a large one, and small trees that take many steps. */
const CASES = /** @type {const} */ ([
  ["80,000 rows × 13 features, 100 trees of depth 6", 80_000, 13, 100, "depth", 6],
  ["200,000 rows × 13 features, 100 trees of depth 6", 200_000, 13, 100, "depth", 6],
  ["80,000 rows × 30 features, 400 trees of 15 leaves", 80_000, 30, 400, "leaves", 15],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Gradient-boosted trees",
  about:
    "`new BoostedTrees({ learningRate: 0.1, minRows: 20, regularization: 1, … }).fit(features, targets)` against `HistGradientBoostingRegressor(…).fit(X, y)` " +
    "with the same settings, each with its sorting into bins, and both predicting what they were fitted on outside of the measured time. Four of five features have ten " +
    "values, NaN among them, the others are all different. Up to 200,000 rows both sort into the same bins and come to the same RMSE on these rows. The trees are equal up to ties: where two splits part the train rows alike, each " +
    "library may choose another one, and a few unseen rows are then predicted differently.",
  peer: "scikit-learn",
  async cases({ quick }) {
    return CASES.slice(0, quick ? 1 : undefined).map(([name, rows, width, trees, bound, size]) => {
      const args = [rows, width, trees, bound, size].map(String);
      return {
        name,
        ours: ["ours/boosted-trees.mjs", ...args],
        theirs: ["peers/boosted-trees.py", ...args],
        pairs: quick ? 2 : 5,
        goals: { timesAsFast: 0.34 },
      };
    });
  },
};
