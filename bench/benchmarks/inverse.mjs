import { ml100k } from "../lib/ml-100k.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Fitting Ease to ML-100K",
  about:
    "`new Ease({ regularization: 458 }).fit(ratings)`, from the ratings, grouped by movie and by user already, to the weights of all pairs of 1,682 movies, against " +
    "`numpy.linalg.inv` alone, of the same matrix. Both come to the same sum of the weights and of their squares.",
  peer: "numpy",
  async cases({ quick }) {
    const folder = await ml100k();
    return [
      {
        name: "ML-100K",
        ours: ["ours/inverse.mjs", `${folder}`],
        theirs: ["peers/inverse.py", `${folder}`],
        pairs: quick ? 2 : 7,
        goals: { timesAsFast: 0.25 },
        missing: folder ? undefined : "ML-100K",
      },
    ];
  },
};
