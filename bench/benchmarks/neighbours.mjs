import { ml100k } from "../lib/ml-100k.mjs";

/** What is compared and how, and the same setting's name in Surprise. */
const MODELS = /** @type {const} */ ([
  ["ItemKnn", "cosine-common", "cosine"],
  ["UserKnn", "msd", "msd"],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Predicting a fold of ML-100K from neighbours",
  about:
    "Fit on four fifths and predict the last one: fold 0 of Surprise's `KFold(n_splits=5, random_state=0)`, 40 neighbours. `fit(train)` and " +
    "`evaluateRatings(fitted, test)` against `KNNBasic.fit(trainset)` and `.test(testset)`; the split is made, and train grouped by movie and by user, already on both sides. Both come to the same RMSE.",
  peer: "scikit-surprise",
  async cases({ quick }) {
    const folder = await ml100k();
    return MODELS.map(([model, similarity, theirName]) => ({
      name: `${model}, ${similarity}`,
      ours: ["ours/neighbours.mjs", `${folder}`, model, similarity],
      theirs: ["peers/neighbours.py", `${folder}`, model, theirName],
      pairs: quick ? 2 : 5,
      goals: { timesAsFast: 10 },
      missing: folder ? undefined : "ML-100K",
    }));
  },
};
