import { foldCases } from "../lib/fold-cases.mjs";

/** A model, its similarity, and the name of the similarity in Surprise. */
const PAIRS = /** @type {const} */ ([
  ["ItemKnn", "cosine-common", "cosine"],
  ["UserKnn", "msd", "msd"],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Predicting a fold of ML-100K from neighbours",
  about:
    "Fitting four fifths and predicting the last fifth: fold 0 of Surprise's `KFold(n_splits=5, random_state=0)`, 40 neighbours. `fit(train)` and " +
    "`evaluateRatings(fitted, test)` against `KNNBasic.fit(trainset)` and `.test(testset)`. On both sides splitting, and grouping train by movie and by user, are not timed. Both give the same RMSE. Later calls are the median of two.",
  peer: "scikit-surprise",
  cases: ({ quick }) =>
    foldCases(
      PAIRS.map(([model, similarity, name]) => ({
        name: `${model}, ${similarity}`,
        ours: [model, { similarity }],
        theirs: [
          "KNNBasic",
          { k: 40, sim_options: { name, user_based: model === "UserKnn" }, verbose: false },
        ],
        pairs: quick ? 2 : 5,
        later: 2,
        goals: { timeRatio: 0.06 },
      })),
    ),
};
