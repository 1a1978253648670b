import { growthTable } from "../lib/growth-table.mjs";
import { settingsText } from "../lib/settings-text.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** Few factors and passes, to save time. */
const SMALL = { factors: 32, iterations: 2 };
const SWEEP = { factors: 32, iterations: 1 };

/**
 * The models that are documented to fit in time linear in ratings. @type {readonly (readonly
 * [string, Record<string, unknown>])[]}
 */
const MODELS = [
  ["NormalRandom", {}],
  ["Baseline", { iterations: 10 }],
  ["CoClustering", { userClusters: 3, itemClusters: 3, iterations: 5 }],
  ["FunkSvd", SMALL],
  ["SvdPlusPlus", SMALL],
  ["Nmf", SMALL],
  ["BatchFactorization", SMALL],
  ["Bpr", SMALL],
  ["ExplicitAls", SWEEP],
  ["ImplicitAls", { ...SWEEP, optimizer: "conjugate-gradient" }],
  ["ImplicitAls", { ...SWEEP, optimizer: "cholesky" }],
  ["PureSvd", SMALL],
];

/** Each size, and how many times it is measured: short runs vary more. */
const SIZES = /** @type {const} */ ([
  ["1M", 3],
  ["5M", 1],
  ["20M", 1],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Growth with the ratings",
  about:
    "`fit(ratings)` of the models that claim to scale, on simulated ratings. Loading is not timed; grouping by movie and by user is. Factors and passes are few, as " +
    "the rows show; time is proportional to the passes. The smallest size is measured three times (the table has the median), the others once. A time linear in ratings gives 20 in the column 20M / 1M. " +
    "Memory is the peak, without the ratings themselves.",
  table: growthTable,
  async cases({ quick }) {
    const cases = [];
    for (const [model, settings] of MODELS) {
      for (const [size, pairs] of quick ? SIZES.slice(0, 1) : SIZES) {
        cases.push({
          name: [model, settingsText([settings])].filter(Boolean).join(", "),
          ours: ["ours/growth.mjs", await simulatedFile(size), model, JSON.stringify(settings)],
          note: size,
          pairs,
          countsFirst: true,
        });
      }
    }
    return cases;
  },
};
