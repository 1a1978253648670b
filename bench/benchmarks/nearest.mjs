import { simulatedFile } from "../lib/simulated-files.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "The twenty movies nearest to each",
  about:
    '`new ItemKnn({ similarity: "cosine", keep: 20 }).fit(ratings)` on simulated ratings, against `CosineRecommender(K=21).fit(…)` ' +
    "of the same sparse matrix (there each movie is its own nearest). Loading is not timed; copies into and out of WebAssembly's memory are. Both give the same sum of similarities. " +
    "The rows without the peer show how the time of one call and memory grow.",
  peer: "implicit",
  async cases({ quick }) {
    const command = (/** @type {string} */ file, later = 3) => ({
      ours: ["ours/nearest.mjs", file, `${later}`],
      theirs: ["peers/nearest.py", file, `${later}`],
    });
    const small = { ...command(await simulatedFile("1M")), pairs: quick ? 2 : 5 };
    const goals = { timeRatio: 0.35 };
    const cases = [
      { ...small, name: "1M ratings, 1 thread", goals },
      { ...small, name: "1M ratings, 2 threads", threads: 2, goals },
      { ...small, name: "1M ratings, plain TypeScript", backend: /** @type {const} */ ("plain") },
    ];
    if (quick) return cases;
    const large = { ...command(await simulatedFile("20M"), 1), pairs: 1 };
    const growth = [];
    for (const size of /** @type {const} */ (["1M", "5M", "10M", "25M"])) {
      const { ours } = command(await simulatedFile(size), 0);
      growth.push({ name: `${size} ratings, first call`, ours, pairs: 1 });
    }
    return [
      ...cases,
      { ...large, name: "20M ratings, 1 thread", goals },
      { ...large, name: "20M ratings, 2 threads", threads: 2, goals },
      ...growth,
    ];
  },
};
