import { ml100k } from "../lib/ml-100k.mjs";

/** The minimum of common raters, and the most of the time of the peer. */
const GOALS = /** @type {const} */ ([
  [100, 0.03],
  [2, 0.125],
]);

/** Calls after the first, which are the ones that count. */
const LATER = "3";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Correlations of all pairs of movies",
  about:
    '`new ItemKnn({ similarity: "pearson", minCommon }).fit(ratings)` on ML-100K, which keeps the defined correlations, against ' +
    '`frame.corr(method="pearson", min_periods=minCommon)` of its matrix users × movies. Grouping the ratings by movie and by user, and pivoting the frame, are not timed. ' +
    "Both give the same number of pairs, the same sum and the same sum of squares. Later calls are the median of three.",
  peer: "pandas",
  async cases({ quick }) {
    const folder = await ml100k();
    return GOALS.map(([minCommon, timeRatio]) => ({
      name: `ML-100K, minCommon ${minCommon}`,
      ours: ["ours/correlations.mjs", `${folder}`, `${minCommon}`, LATER],
      theirs: ["peers/correlations.py", `${folder}`, `${minCommon}`, LATER],
      pairs: quick ? 2 : 5,
      goals: { timeRatio },
      missing: folder ? undefined : "ML-100K",
    }));
  },
};
