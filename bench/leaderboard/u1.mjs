/** What myFM gets. */
export const MYFM =
  "a Bayesian factorization machine with Gibbs sampling; also uses the timestamps of all ratings, including those of the test part, and facts of users (age, occupation and others)";

/** @type {import("./tables.mjs").Table} */
export const u1 = {
  title: "u1 of ML-100K",
  protocol: "u1",
  about:
    "The split that comes with ML-100K and that many papers report. Its test users have few train ratings, so that errors are larger than on random folds. " +
    "Ours use only ratings; the next table has rows with dates, and myFM's errors.",
  howToGet: "`npm run data -- ml-100k` gets the data.",
  digits: { published: 4, ours: 4 },
  tolerance: 1e-6,
  compared: { reference: "FactorizationMachine", measures: ["rmse"] },
  figure: { measure: "rmse", words: "RMSE in stars", title: "RMSE on u1 of ML-100K" },
  rows: [
    {
      name: "GHRS",
      published: { rmse: 0.887 },
      note: "Darban and Valipour 2022; also uses facts of users",
    },
    {
      name: "GLocal-K",
      published: { rmse: 0.8889 },
      note: "Han et al., CIKM 2021; the epoch is chosen on the test part itself",
    },
    { name: "Baseline", model: "Baseline", settings: {}, note: "defaults" },
    { name: "UserKnn", grid: "UserKnn" },
    { name: "ItemKnn", grid: "ItemKnn" },
    { name: "FunkSvd", grid: "FunkSvd" },
    { name: "SvdPlusPlus, deferred", grid: "SvdPlusPlus, deferred" },
    { name: "SvdPlusPlus", grid: "SvdPlusPlus, at each rating" },
    {
      name: "Blend of four",
      model: "Blend",
      of: ["UserKnn", "ItemKnn", "FunkSvd", "SvdPlusPlus, at each rating"],
      goals: { rmse: 0.907 },
      note: "weights of 0 or more by least squares for out-of-fold predictions of the train part, in five folds",
    },
    {
      name: "FactorizationMachine",
      grid: "FactorizationMachine",
      goals: { rmse: 0.89 },
    },
    {
      name: "Blend with FactorizationMachine",
      model: "Blend",
      of: ["FactorizationMachine", "ItemKnn", "SvdPlusPlus, at each rating"],
      goals: { rmse: 0.89 },
      note: "weights as those of the blend of four",
    },
  ],
};
