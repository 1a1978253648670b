import { ml100k } from "../lib/ml-100k.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Fitting Ease to ML-100K",
  about:
    "`new Ease({ regularization: 458 }).fit(ratings)`, from the ratings, already grouped by movie and by user, to the weights of all pairs of 1,682 movies, against " +
    "only `numpy.linalg.inv` of the movies' matrix. Ours inverts the matrix of the 943 users, which is smaller. The second row is our inverse of the same matrix as numpy's. Both give " +
    "the same sum of the weights and of their squares.",
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
