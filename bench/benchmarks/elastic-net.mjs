import { ml100k } from "../lib/ml-100k.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Fitting Slim to ML-100K",
  about:
    "`new Slim({ regularization: 200, l1Regularization: 0.5 }).fit(ratings)` against scikit-learn's `ElasticNet`, positive and without intercept, for each of 1,682 movies " +
    "and from the same sparse matrix; both with a tolerance of 0.0001 and at most 100 passes. With a tolerance of 1e-12, on movies with at least 100 ratings, both " +
    "give the same sum of the weights and of their squares.",
  peer: "scikit-learn",
  async cases({ quick }) {
    const folder = await ml100k();
    return [
      {
        name: "ML-100K",
        ours: ["ours/elastic-net.mjs", `${folder}`],
        theirs: ["peers/elastic_net.py", `${folder}`],
        pairs: quick ? 1 : 3,
        goals: { timeRatio: 0.3 },
        missing: folder ? undefined : "ML-100K",
      },
    ];
  },
};
