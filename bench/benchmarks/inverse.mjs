import { ml100k } from "../lib/ml-100k.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "The inverse of Ease",
  about:
    "The inverse of the movies' matrix XᵀX + 458 I, of ML-100K (1,682 movies) and of simulated ratings with the movies of ML-1M (3,706), against `numpy.linalg.inv`, and against LAPACK's " +
    "`potrf` and `potri`, which use that the matrix is positive definite, as ours does, and which OpenBLAS runs with vectors of 512 bits. Copies into and out of WebAssembly's memory are timed. *Fit* is " +
    "`new Ease({ regularization: 458 }).fit(ratings)` from ratings that are grouped already to the weights of all pairs; with fewer users than movies it inverts the users' matrix. " +
    "Both sides give the same sum of the weights and of their squares. Later calls are the median of three.",
  peer: "numpy",
  async cases({ quick }) {
    const folder = await ml100k();
    const large = quick ? undefined : await simulatedFile("1M");
    const missing = folder ? undefined : "ML-100K";
    const pairs = quick ? 2 : 5;
    const command = (/** @type {string} */ source, what = "inverse", method = "inv") => ({
      ours: ["ours/inverse.mjs", source, what, "3"],
      theirs: ["peers/inverse.py", source, method, "3"],
    });
    const small = { ...command(`${folder}`), pairs, missing };
    const cases = [
      { ...small, name: "1,682 movies, 1 thread", goals: { timeRatio: 0.75 } },
      { ...small, name: "1,682 movies, 2 threads", threads: 2, goals: { timeRatio: 0.75 } },
      { ...small, name: "1,682 movies, plain TypeScript", backend: /** @type {const} */ ("plain") },
      {
        ...small,
        ...command(`${folder}`, "inverse", "potri"),
        name: "1,682 movies, against potrf and potri",
        goals: { timeRatio: 2.3 },
      },
      { ...small, ...command(`${folder}`, "fit"), name: "1,682 movies, fit" },
    ];
    if (!large) return cases;
    const whole = { ...command(large), pairs: 3 };
    return [
      ...cases,
      { ...whole, name: "3,706 movies, 1 thread", goals: { timeRatio: 0.75 } },
      { ...whole, name: "3,706 movies, 2 threads", threads: 2, goals: { timeRatio: 0.75 } },
      {
        ...whole,
        ...command(large, "inverse", "potri"),
        name: "3,706 movies, against potrf and potri",
        goals: { timeRatio: 2.3 },
      },
      { ...whole, ...command(large, "fit"), name: "3,706 movies, fit" },
    ];
  },
};
