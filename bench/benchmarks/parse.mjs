import { simulatedFile } from "../lib/simulated-files.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Reading a CSV of ratings",
  about:
    "`loadRatings` of a simulated file like ML-25M's ratings.csv, with all of its checks (numbers, scale, ids, duplicate pairs), " +
    "against `pandas.read_csv` of the same file, which has none of these. " +
    "Where the table has a first call, memory is that of it, and the later calls are the median of three.",
  peer: "pandas",
  async cases({ quick }) {
    const small = await simulatedFile("1M");
    const speed = { timeRatio: 0.7 };
    const command = (/** @type {string} */ file, later = 3) => ({
      ours: ["ours/parse.mjs", file, `${later}`],
      theirs: ["peers/parse.py", file, `${later}`],
    });
    const cases = [{ name: "1M ratings", ...command(small), pairs: quick ? 3 : 9, goals: speed }];
    if (quick) return cases;
    const [middle, large] = [await simulatedFile("5M"), await simulatedFile("25M")];
    return [
      ...cases,
      { name: "5M ratings", ...command(middle), pairs: 5 },
      {
        name: "25M ratings",
        ...command(large),
        pairs: 5,
        goals: { ...speed, bytesKept: 25, bytesAtPeak: 35 },
      },
      { name: "25M ratings, pandas with a thread a core", ...command(large), pairs: 3, threads: 0 },
    ];
  },
};
