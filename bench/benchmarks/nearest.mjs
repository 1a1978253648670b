import { simulatedFile } from "../lib/simulated-files.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "The twenty movies nearest to each",
  about:
    '`new ItemKnn({ similarity: "cosine", keep: 20 }).fit(ratings)` on simulated ratings, against `CosineRecommender(K=21, num_threads=1).fit(…)` ' +
    "of the same sparse matrix (there each movie is its own nearest). Loading is not timed. Both give the same sum of similarities. " +
    "The larger sizes, without the peer, show how time and memory grow.",
  peer: "implicit",
  async cases({ quick }) {
    const small = await simulatedFile("1M");
    const command = (/** @type {string} */ file) => ["ours/nearest.mjs", file];
    const theirs = ["peers/nearest.py", small];
    const cases = [
      {
        name: "1M ratings",
        ours: command(small),
        theirs,
        pairs: quick ? 2 : 5,
        goals: { timeRatio: 0.35 },
      },
    ];
    if (quick) return cases;
    const [middle, large] = [await simulatedFile("5M"), await simulatedFile("25M")];
    return [
      ...cases,
      { name: "5M ratings", ours: command(middle), pairs: 1 },
      { name: "10M ratings", ours: command(await simulatedFile("10M")), pairs: 1 },
      { name: "25M ratings", ours: command(large), pairs: 1 },
    ];
  },
};
