import { foldCases } from "../lib/fold-cases.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Predicting a fold of ML-100K from deviations and clusters",
  about:
    "As for neighbours, with Surprise's default settings: `SlopeOne`, and `CoClustering` (3 clusters each, 20 iterations) from the clusters that NumPy's `RandomState(0)` draws. " +
    "Both give the same RMSE here, where all ratings are whole stars. Surprise keeps ratings as whole numbers in these two, so with half stars it truncates them and its results differ from ours.",
  peer: "scikit-surprise",
  cases: ({ quick }) =>
    foldCases([
      {
        name: "SlopeOne",
        ours: ["SlopeOne", {}],
        theirs: ["SlopeOne", {}],
        pairs: quick ? 2 : 5,
        goals: { timeRatio: 0.2 },
      },
      {
        name: "CoClustering",
        ours: ["CoClustering", { generator: "numpy" }],
        theirs: ["CoClustering", { random_state: 0 }],
        pairs: quick ? 2 : 5,
        goals: { timeRatio: 0.5 },
      },
    ]),
};
