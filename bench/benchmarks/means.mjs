import { simulatedFile } from "../lib/simulated-files.mjs";

const MODELS = /** @type {const} */ ([
  ["Popularity", "count"],
  ["MeanRating", "mean"],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Fitting Popularity and MeanRating",
  about:
    '`new Popularity().fit(ratings)` and `new MeanRating({ damping: 0 }).fit(ratings)` against `groupby("movieId").rating.agg(["count"])` ' +
    'and `….agg(["count", "mean"])`, each once in a new process. Loading is not timed.',
  peer: "pandas",
  async cases({ quick }) {
    const sizes = quick ? /** @type {const} */ (["1M"]) : /** @type {const} */ (["1M", "5M", "25M"]);
    const cases = [];
    for (const [model, what] of MODELS) {
      for (const size of sizes) {
        const file = await simulatedFile(size);
        cases.push({
          name: `${model}, ${size} ratings`,
          ours: ["ours/means.mjs", file, model],
          theirs: ["peers/means.py", file, what],
          pairs: quick ? 3 : 7,
          goals: { timeRatio: 1 },
        });
      }
    }
    return cases;
  },
};
