import { foldCases } from "../lib/fold-cases.mjs";

const SVDPP = {
  factors: 20,
  iterations: 20,
  learningRate: 0.007,
  learningRateDecay: 0,
  regularization: 0.02,
  biasRegularization: 0.02,
  implicitRegularization: 0.02,
  initialScale: 0.1,
  deferred: false,
  generator: "numpy",
};

/** Both sides start from the same random numbers, those of NumPy's `RandomState(0)`. */
const THEIRS = { random_state: 0 };

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Predicting a fold of ML-100K from factors",
  about:
    "As for neighbours, with Surprise's default settings and start values: `FunkSvd` (100 factors, 20 iterations) against `SVD`, `Nmf` (15 factors, 50 iterations) against `NMF`, and " +
    "`SvdPlusPlus` (20 factors, 20 iterations) against `SVDpp`: with its implicit factors updated at each rating as there, and *deferred*, updated once for each user. " +
    "Both sides give the same RMSE, except where it is shown. Later calls are the median of two.",
  peer: "scikit-surprise",
  cases: ({ quick }) =>
    foldCases([
      {
        name: "FunkSvd",
        ours: ["FunkSvd", { generator: "numpy" }],
        theirs: ["SVD", THEIRS],
        pairs: quick ? 2 : 5,
        later: 2,
        goals: { timeRatio: 0.2 },
      },
      {
        name: "FunkSvd, plain TypeScript",
        ours: ["FunkSvd", { generator: "numpy" }],
        theirs: ["SVD", THEIRS],
        pairs: quick ? 1 : 3,
        later: 2,
        backend: "plain",
      },
      {
        name: "SvdPlusPlus, at each rating",
        ours: ["SvdPlusPlus", SVDPP],
        theirs: ["SVDpp", THEIRS],
        pairs: quick ? 1 : 3,
        goals: { timeRatio: 0.02 },
      },
      {
        name: "SvdPlusPlus, deferred",
        ours: ["SvdPlusPlus", { ...SVDPP, deferred: true }],
        theirs: ["SVDpp", THEIRS],
        pairs: quick ? 1 : 3,
        goals: { timeRatio: 0.02 },
        ownWay: true,
      },
      {
        name: "Nmf",
        ours: ["Nmf", { generator: "numpy" }],
        theirs: ["NMF", THEIRS],
        pairs: quick ? 2 : 5,
        later: 2,
        goals: { timeRatio: 0.2 },
      },
    ]),
};
