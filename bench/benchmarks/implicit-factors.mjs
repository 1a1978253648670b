import { ml100k } from "../lib/ml-100k.mjs";

/** Confidence 3.5 for a rated item, 1 for an unobserved one: `1 + alpha` here, all of it there. */
const ALS = { factors: 64, iterations: 20, alpha: 2.5, regularization: 0.01, regularizationPower: 0 };
const THEIR_ALS = { factors: 64, iterations: 20, regularization: 0.01 };
const BPR = { factors: 64, iterations: 40, regularization: 0.01 };

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "A sweep of implicit ALS, a pass of BPR",
  about:
    "ML-100K as implicit feedback, 64 factors, one thread. A sweep of ALS solves for all users and all movies once, with three steps of conjugate gradients or exactly. " +
    "A pass of BPR compares every rating with a negative sample. The times are means over 20 sweeps or 40 passes, without the first. `implicit` computes in single precision (32 bits), reelbook in double. The BPR of `implicit` " +
    "draws negative samples in proportion to their ratings and skips those that the user has rated, so that it makes fewer steps; reelbook draws among the unrated movies. The area under the ROC curve after the last pass is the probability that a rated movie of a user ranks above an unrated one.",
  peer: "implicit",
  async cases({ quick }) {
    const folder = `${await ml100k()}`;
    const pairs = quick ? 2 : 5;
    /** @param {"conjugate-gradient" | "cholesky"} optimizer */
    const als = (optimizer) => ({
      ours: ["ours/implicit-factors.mjs", folder, "ImplicitAls", JSON.stringify({ ...ALS, optimizer })],
      theirs: [
        "peers/implicit_factors.py",
        folder,
        "als",
        `${1 + ALS.alpha}`,
        JSON.stringify({ ...THEIR_ALS, use_cg: optimizer === "conjugate-gradient" }),
      ],
    });
    const bpr = {
      ours: ["ours/implicit-factors.mjs", folder, "Bpr", JSON.stringify({ ...BPR, learningRate: 0.05 })],
      theirs: [
        "peers/implicit_factors.py",
        folder,
        "bpr",
        "1",
        JSON.stringify({ ...BPR, learning_rate: 0.05 }),
      ],
    };
    const cases = [
      {
        name: "ImplicitAls, conjugate gradients",
        ...als("conjugate-gradient"),
        goals: { timeRatio: 0.65 },
      },
      { name: "ImplicitAls, Cholesky", ...als("cholesky"), goals: { timeRatio: 0.65 } },
      { name: "Bpr", ...bpr, goals: { timeRatio: 0.8 } },
    ];
    const missing = folder === "undefined" ? "ML-100K" : undefined;
    return cases.map((each) => ({ ...each, pairs, ownWay: true, missing }));
  },
};
