import { growthTable } from "../lib/growth-table.mjs";
import { LINEAR_MODELS } from "../lib/linear-models.mjs";
import { settingsText } from "../lib/settings-text.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

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
    for (const [model, settings] of LINEAR_MODELS) {
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
