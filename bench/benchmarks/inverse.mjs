import { ml100k } from "../lib/ml-100k.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Fitting Ease to ML-100K",
  about:
    "`new Ease({ regularization: 458 }).fit(ratings)`, from the ratings, grouped by movie and by user already, to the weights of all pairs of 1,682 movies, against " +
    "`numpy.linalg.inv` alone of the movies' matrix; as users are fewer, ours inverts that of 943 users. The second row is our inverse of the same matrix as numpy's. Both come " +
    "to the same sum of the weights and of their squares.",
  peer: "numpy",
  async cases({ quick }) {
    const folder = await ml100k();
    const each = {
      theirs: ["peers/inverse.py", `${folder}`],
      pairs: quick ? 2 : 7,
      missing: folder ? undefined : "ML-100K",
    };
    return [
      { ...each, name: "fit", ours: ["ours/inverse.mjs", `${folder}`, "fit"], goals: { timesAsFast: 0.25 } },
      { ...each, name: "inverse of 1,682 × 1,682", ours: ["ours/inverse.mjs", `${folder}`, "inverse"] },
    ];
  },
};
