import { growthTable } from "../lib/growth-table.mjs";
import { settingsText } from "../lib/settings-text.mjs";
import { simulatedFile } from "../lib/simulated-csv.mjs";

/** Enough to see how a model grows. */
const SMALL = { factors: 32, iterations: 2 };
const SWEEP = { factors: 32, iterations: 1 };

/** The models whose doc comments say that they fit in time linear in ratings. @type {readonly (readonly [string, Record<string, unknown>])[]} */
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

/** Each size, and how often it is measured: a run of the small one is short enough to be a chance of its own. */
const SIZES = /** @type {const} */ ([
  ["1M", 3],
  ["5M", 1],
  ["20M", 1],
]);

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Growth with the ratings",
  about:
    "`fit(ratings)` of the models that claim to scale, on simulated ratings, loaded already, and grouped by movie and by user within the fit; with few factors and passes, which " +
    "the rows name: more of them take as many times as long. The smallest size is measured three times, of which the median counts, the others once. Linear is 20 in the column of 20M / 1M, as there are 20 times as many " +
    "ratings. Memory is that at the peak, beyond what the ratings take themselves.",
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
