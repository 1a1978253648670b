import { ml100k } from "../lib/ml-100k.mjs";

/** A rating weighs 3.5, a gap 1: `alpha` is how much more here, and all of a rating's weight there. */
const ALS = { factors: 64, iterations: 20, alpha: 2.5, regularization: 0.01, regularizationPower: 0 };
const THEIR_ALS = { factors: 64, iterations: 20, regularization: 0.01 };
const BPR = { factors: 64, iterations: 40, regularization: 0.01 };

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "A sweep of implicit ALS, a pass of BPR",
  about:
    "Who rated what at all in ML-100K, 64 factors, one thread. A sweep is to solve for all users and for all movies once: by three steps of conjugate gradients, or exactly. " +
    "A pass compares every rating with a drawn movie. Mean over 20 sweeps and 40 passes without the first. `implicit` computes in single precision (32 bits), reelbook in double; its BPR " +
    "draws the other movie by how often it is rated and skips a pair where the user has rated that one too, so that it takes fewer steps; reelbook draws among those unrated. The area under the curve tells how likely a rated movie of a user stands above an unrated one after the last pass.",
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
        goals: { timesAsFast: 1 / 8 },
      },
      { name: "ImplicitAls, Cholesky", ...als("cholesky"), goals: { timesAsFast: 1 / 8 } },
      { name: "Bpr", ...bpr, goals: { timesAsFast: 1 / 2 } },
    ];
    const missing = folder === "undefined" ? "ML-100K" : undefined;
    return cases.map((each) => ({ ...each, pairs, ownWay: true, missing }));
  },
};
