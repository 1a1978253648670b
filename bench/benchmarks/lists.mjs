import { digits } from "../lib/format.mjs";
import { SIZES, simulatedFile } from "../lib/simulated-files.mjs";

const FACTORS = 64;

/** Billions of multiplications and additions in the scores of all users. */
const { users, items, count } = SIZES["1M"];
const [ofEase, ofFactors] = [count * items, users * items * FACTORS].map((products) =>
  digits(products / 1e9),
);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Lists for everybody",
  about:
    "`await fitted.recommendAll()` on simulated ratings of the size of ML-1M: the ten best unseen movies for each of 6,040 users, against `recommend` of `implicit` for all users, on two threads each. " +
    "The second call is timed; the first one, with the compilation of the kernels and their threads, is in the column beside it. With 64 factors both sides have the same factors, and must give the same sum of scores. " +
    "`implicit` has no EASE: its list of 64 factors is the measure for it. `ItemKnn` takes at most 40 neighbours of the 100 that are kept, and `CosineRecommender` all 100, so that their sums differ.",
  peer: "implicit",
  async cases({ quick }) {
    const file = await simulatedFile("1M");
    const pairs = quick ? 1 : 5;
    /** @param {string} ours @param {string} theirs */
    const both = (ours, theirs) => ({
      ours: ["ours/lists.mjs", file, ours],
      theirs: ["peers/lists.py", file, theirs],
      pairs,
      threads: 2,
    });
    const cases = [
      { name: `${FACTORS} factors`, ...both("factors", "als"), goals: { timeRatio: 0.7 } },
      {
        name: "EASE, against 64 factors",
        ...both("ease", "als"),
        ownWay: true,
        goals: { timeRatio: 0.7 },
        ifMissed: `EASE adds ${ofEase} billion products in double precision, ${FACTORS} factors ${ofFactors} billion in single precision.`,
      },
      {
        name: 'ItemKnn({ similarity: "cosine", aggregate: "sum", keep: 100 })',
        ...both("cosine", "cosine"),
        ownWay: true,
        goals: { timeRatio: 0.7 },
      },
    ];
    if (quick) return cases;
    const alone = { ours: ["ours/lists.mjs", file, "item-knn"], pairs: 2, threads: 2 };
    return [...cases, { name: "ItemKnn()", ...alone }];
  },
};
