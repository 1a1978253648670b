import { accuracyTable, settingsText } from "../lib/accuracy-table.mjs";
import { ml100k } from "../lib/ml-100k.mjs";
import { GRIDS, settingsOf } from "../settings/grids.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";
import { chosenSettings } from "../settings/trials.mjs";

const PROTOCOL = "surprise-folds";

/** The most that the mean RMSE may be. @type {Record<string, number>} */
const GOALS = {
  UserKnn: 0.918,
  ItemKnn: 0.914,
  FunkSvd: 0.91,
  "SvdPlusPlus, deferred": 0.902,
  "SvdPlusPlus, at each rating": 0.902,
};

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Errors on ML-100K",
  about:
    `Means over ${PROTOCOLS[PROTOCOL]?.about}; seconds are of fitting and predicting one fold. The settings of each fold are those that ` +
    "did best on a tenth of its own train part, held back by chance, among those of `bench/settings/grids.mjs`: no test part was looked at. " +
    "`node bench/choose-settings.mjs` tries them all anew, and writes their errors to `bench/settings/surprise-folds.json`. " +
    "Where folds chose differently, their choices stand one after the other.",
  table: accuracyTable,
  async cases() {
    const folder = await ml100k();
    return Object.entries(GRIDS).map(([name, grid]) => {
      const chosen = chosenSettings(PROTOCOL, name);
      return {
        name,
        ours: ["ours/accuracy.mjs", `${folder}`, PROTOCOL, grid.model, JSON.stringify(chosen)],
        pairs: 1,
        countsFirst: true,
        goals: { rmse: GOALS[name] },
        note: `${settingsText(chosen)} (of ${settingsOf(grid).length} tried)`,
        missing: folder ? undefined : "ML-100K",
      };
    });
  },
};
