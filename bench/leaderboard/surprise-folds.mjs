const NUMPY = { generator: "numpy" };
const THEIR_SVDPP = {
  factors: 20,
  iterations: 20,
  learningRate: 0.007,
  learningRateDecay: 0,
  regularization: 0.02,
  biasRegularization: 0.02,
  implicitRegularization: 0.02,
  initialScale: 0.1,
};

/**
 * A row of Surprise's README, and the same model of ours.
 *
 * @param {string} name
 * @param {{ rmse: number, mae: number } | undefined} published
 * @param {string} peer the name of its class
 * @param {string} model
 * @param {Record<string, unknown>} settings
 * @returns {import("./tables.mjs").Row}
 */
const sameModel = (name, published, peer, model, settings) => ({
  name,
  published,
  peer: {
    model: peer,
    settings: settings.generator && peer !== "NormalPredictor" ? { random_state: 0 } : {},
  },
  model,
  settings,
  note: "as Surprise's defaults",
});

/** @type {import("./tables.mjs").Table} */
export const surpriseFolds = {
  title: "Surprise's table of ML-100K",
  protocol: "surprise-folds",
  about:
    "The table of Surprise's README. All models use only ratings. The first eleven rows are Surprise's algorithms (the README leaves one out), with its settings and NumPy's random numbers. " +
    "On the same folds Surprise gives the same errors, which its README rounds to three digits (Random drew other numbers there). " +
    "The rows below are the library's own models.",
  howToGet: "`npm run data -- ml-100k` gets the data.",
  peer: { name: "Surprise 1.1.5", script: "peers/cross_validate.py" },
  digits: { published: 3, ours: 6 },
  tolerance: 1e-6,
  compared: { reference: "FactorizationMachine", measures: ["rmse"] },
  figure: {
    measure: "rmse",
    words: "RMSE in stars",
    leftOut: ["Random"],
    title: "RMSE on Surprise's folds of ML-100K",
  },
  rows: [
    sameModel("SVD", { rmse: 0.934, mae: 0.737 }, "SVD", "FunkSvd", NUMPY),
    sameModel("SVD++", { rmse: 0.919, mae: 0.721 }, "SVDpp", "SvdPlusPlus", { ...THEIR_SVDPP, ...NUMPY }),
    sameModel("NMF", { rmse: 0.963, mae: 0.758 }, "NMF", "Nmf", NUMPY),
    sameModel("Slope One", { rmse: 0.946, mae: 0.743 }, "SlopeOne", "SlopeOne", {}),
    sameModel("k-NN", { rmse: 0.98, mae: 0.774 }, "KNNBasic", "UserKnn", { similarity: "msd" }),
    sameModel("Centered k-NN", { rmse: 0.951, mae: 0.749 }, "KNNWithMeans", "UserKnn", {
      similarity: "msd",
      center: "mean",
    }),
    sameModel("k-NN, z-scores", undefined, "KNNWithZScore", "UserKnn", {
      similarity: "msd",
      center: "z-score",
    }),
    sameModel("k-NN Baseline", { rmse: 0.931, mae: 0.733 }, "KNNBaseline", "UserKnn", {
      similarity: "msd",
      center: "baseline",
    }),
    sameModel("Co-Clustering", { rmse: 0.963, mae: 0.753 }, "CoClustering", "CoClustering", NUMPY),
    sameModel("Baseline", { rmse: 0.944, mae: 0.748 }, "BaselineOnly", "Baseline", {}),
    sameModel("Random", { rmse: 1.518, mae: 1.219 }, "NormalPredictor", "NormalRandom", NUMPY),
    { name: "UserKnn", grid: "UserKnn", goals: { rmse: 0.918 } },
    { name: "ItemKnn", grid: "ItemKnn", goals: { rmse: 0.914 } },
    { name: "FunkSvd", grid: "FunkSvd", goals: { rmse: 0.91 } },
    { name: "SvdPlusPlus, deferred", grid: "SvdPlusPlus, deferred", goals: { rmse: 0.902 } },
    { name: "SvdPlusPlus", grid: "SvdPlusPlus, at each rating", goals: { rmse: 0.902 } },
    {
      name: "Blend of four",
      model: "Blend",
      of: ["UserKnn", "ItemKnn", "FunkSvd", "SvdPlusPlus, at each rating"],
      goals: { rmse: 0.896 },
      note: "weights of 0 or more by least squares for out-of-fold predictions of the train part, in five folds",
    },
    {
      name: "FactorizationMachine",
      grid: "FactorizationMachine",
      goals: { rmse: 0.882 },
      note: "time measured on a busy machine",
    },
    {
      name: "Blend with FactorizationMachine",
      model: "Blend",
      of: ["FactorizationMachine, 200 sweeps", "ItemKnn", "SvdPlusPlus, deferred"],
      settings: { folds: 3 },
      goals: { rmse: 0.88 },
      note: "weights as those of the blend of four, in three folds to save time; time of folds 0, 1 and 4 on a busy machine",
    },
  ],
};
