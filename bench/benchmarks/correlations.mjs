import { ml100k } from "../lib/ml-100k.mjs";

/** The fewest common raters of a pair, and how many times as fast it should go. */
const GOALS = /** @type {const} */ ([
  [100, 20],
  [2, 8],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Correlations of all pairs of movies",
  about:
    '`new ItemKnn({ similarity: "pearson", minCommon }).fit(ratings)` on ML-100K, which keeps the correlations that are defined, against ' +
    '`frame.corr(method="pearson", min_periods=minCommon)` of its users × movies by id; the ratings, grouped by movie and by user, and the pivoted frame are there already. ' +
    "Both come to the same number of pairs, the same sum and the same sum of squares.",
  peer: "pandas",
  async cases({ quick }) {
    const folder = await ml100k();
    return GOALS.map(([minCommon, timesAsFast]) => ({
      name: `ML-100K, minCommon ${minCommon}`,
      ours: ["ours/correlations.mjs", `${folder}`, `${minCommon}`],
      theirs: ["peers/correlations.py", `${folder}`, `${minCommon}`],
      pairs: quick ? 2 : 5,
      goals: { timesAsFast },
      missing: folder ? undefined : "ML-100K",
    }));
  },
};
