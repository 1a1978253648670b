/**
 * Rows, features, trees and the bound of a tree's size: as the hybrid's, more rows, and many small
 * trees.
 */
const CASES = /** @type {const} */ ([
  ["80,000 rows × 13 features, 100 trees of depth 6", 80_000, 13, 100, "depth", 6],
  ["200,000 rows × 13 features, 100 trees of depth 6", 200_000, 13, 100, "depth", 6],
  ["80,000 rows × 30 features, 400 trees of 15 leaves", 80_000, 30, 400, "leaves", 15],
  ["1M rows × 13 features, 100 trees of depth 6", 1_000_000, 13, 100, "depth", 6],
]);

/** Up to so many rows both sort values into the same bins; of more, each draws its own sample. */
const MOST_EQUAL_ROWS = 200_000;

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Gradient-boosted trees",
  about:
    "`new BoostedTrees({ learningRate: 0.1, minRows: 20, regularization: 1, … }).fit(features, targets)` against `HistGradientBoostingRegressor(…).fit(X, y)` " +
    "with the same settings. The time includes sorting the values into bins, but not predicting the train rows. Four of five features have ten " +
    "values, including NaN; the values of the others are all different. Up to 200,000 rows both use the same bins and give the same RMSE on the train rows; of 1M rows each draws its own sample to find bins, and they differ by less than a hundredth. The trees are equal up to ties: if two splits divide the train rows equally, each " +
    "library may choose another one, and then predicts a few unseen rows differently.",
  peer: "scikit-learn",
  async cases({ quick }) {
    return CASES.slice(0, quick ? 1 : undefined).flatMap(([name, rows, width, trees, bound, size]) => {
      const args = [rows, width, trees, bound, size].map(String);
      const isSampled = rows > MOST_EQUAL_ROWS;
      return (isSampled ? [1, 2] : [1]).map((threads) => ({
        name: isSampled ? `${name}, ${threads} ${threads === 1 ? "thread" : "threads"}` : name,
        ours: ["ours/boosted-trees.mjs", ...args],
        theirs: ["peers/boosted-trees.py", ...args],
        pairs: quick ? 2 : isSampled ? 3 : 5,
        threads,
        ownWay: isSampled ? 0.01 : false,
        goals: { timeRatio: 1 },
      }));
    });
  },
};
