import { ml100k } from "../lib/ml-100k.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** Confidence 3.5 for a rated item, 1 for an unobserved one: `1 + alpha` here, all of it there. */
const ALPHA = 2.5;
const BOTH = { factors: 64, regularization: 0.01 };
const ALS_SWEEPS = /** @type {const} */ ({ "ML-100K": 20, "1M": 12, "20M": 6 });
const BPR_PASSES = /** @type {const} */ ({ "ML-100K": 40, "1M": 10 });
/** The most by which the areas under the curve may differ: a wrong kernel loses far more. */
const TOLERANCE = 0.01;
const BPR_TOLERANCE = 0.02;

/** @typedef {"double" | "single"} Precision */

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "A sweep of implicit ALS, a pass of BPR",
  about:
    "ML-100K, and simulated ratings of the size of ML-1M and of 20M, as implicit feedback, with 64 factors. A sweep of ALS solves for all users and all movies once, with three steps of conjugate gradients or exactly. " +
    "A pass of BPR compares every rating with a negative sample, on one thread. The times are means over all sweeps or passes but the first (on ML-100K 19 sweeps or 39 passes). The first call is from the start of `fit` to the end of the first sweep or pass, " +
    'in which the kernels are compiled, and entries and factors copied into WebAssembly\'s memory. `implicit` computes in single precision (32 bits), as does `precision: "single"`. The BPR of `implicit` ' +
    "draws negative samples in proportion to their ratings and skips those that the user has rated, so that it makes fewer steps; reelbook draws among the unrated movies. The area under the ROC curve (AUC) after the last pass is the probability that a rated movie of a user ranks above an unrated one, " +
    "a mean over the first 500 users; where the sides differ by more than 1 %, those of BPR on ML-100K by more than 2 %, nothing is published.",
  peer: "implicit",
  async cases({ quick }) {
    const folder = await ml100k();
    const missing = folder ? undefined : "ML-100K";
    const small = { source: `${folder}`, size: /** @type {const} */ ("ML-100K"), pairs: quick ? 2 : 5 };
    const cases = [
      als({ ...small, precision: "single", goal: 0.65 }),
      als({ ...small, precision: "single", threads: 2, goal: 0.65 }),
      als({ ...small, precision: "double" }),
      als({ ...small, precision: "double", optimizer: "cholesky" }),
      bpr({ ...small, precision: "single", goal: 0.8 }),
      bpr({ ...small, precision: "double" }),
    ].map((each) => ({ ...each, missing }));
    if (quick) return cases;
    const middle = { source: await simulatedFile("1M"), size: /** @type {const} */ ("1M"), pairs: 3 };
    const large = { source: await simulatedFile("20M"), size: /** @type {const} */ ("20M"), pairs: 1 };
    return [
      ...cases,
      als({ ...middle, precision: "single", goal: 0.65 }),
      als({ ...middle, precision: "single", threads: 2, goal: 0.65 }),
      als({ ...middle, precision: "double" }),
      bpr({ ...middle, precision: "single", goal: 0.8 }),
      bpr({ ...middle, precision: "double" }),
      als({ ...large, precision: "single", goal: 0.8 }),
      als({ ...large, precision: "single", threads: 2, goal: 0.8 }),
      als({ ...large, precision: "double" }),
    ];
  },
};

/**
 * @typedef {object} Work
 * @property {string} source
 * @property {Precision} precision
 * @property {number} pairs
 * @property {number} [goal]
 */

/**
 * @param {Work & { size: keyof typeof ALS_SWEEPS, threads?: number,
 * optimizer?: "conjugate-gradient" | "cholesky" }} work
 * @returns {import("../lib/benchmark.mjs").Case}
 */
function als({ source, size, precision, pairs, goal, threads = 1, optimizer = "conjugate-gradient" }) {
  const own = { alpha: ALPHA, regularizationPower: 0, precision, optimizer };
  const settings = { ...BOTH, iterations: ALS_SWEEPS[size] };
  const way = optimizer === "cholesky" ? "Cholesky" : "conjugate gradients";
  return {
    name: `ImplicitAls, ${way}, ${precision}, ${size}, ${threads === 1 ? "1 thread" : `${threads} threads`}`,
    ours: ["ours/implicit-factors.mjs", source, "ImplicitAls", JSON.stringify({ ...settings, ...own })],
    theirs: [
      "peers/implicit_factors.py",
      source,
      "als",
      `${1 + ALPHA}`,
      JSON.stringify({ ...settings, use_cg: optimizer === "conjugate-gradient" }),
    ],
    ...{ pairs, threads, ownWay: TOLERANCE, countsFirst: size === "20M" },
    goals: goal === undefined ? {} : { timeRatio: goal },
  };
}

/**
 * @param {Work & { size: keyof typeof BPR_PASSES }} work
 * @returns {import("../lib/benchmark.mjs").Case}
 */
function bpr({ source, size, precision, pairs, goal }) {
  const settings = { ...BOTH, iterations: BPR_PASSES[size] };
  return {
    name: `Bpr, ${precision}, ${size}`,
    ours: [
      "ours/implicit-factors.mjs",
      source,
      "Bpr",
      JSON.stringify({ ...settings, learningRate: 0.05, precision }),
    ],
    theirs: [
      "peers/implicit_factors.py",
      source,
      "bpr",
      "1",
      JSON.stringify({ ...settings, learning_rate: 0.05 }),
    ],
    // After few passes on a large file the two ways of drawing samples still differ.
    ...{ pairs, ownWay: size === "ML-100K" ? BPR_TOLERANCE : true },
    goals: goal === undefined ? {} : { timeRatio: goal },
  };
}
