import { build } from "../scripts/build.mjs";
import { useSharedData } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { GRIDS, settingsOf } from "./settings/grids.mjs";
import { PROTOCOLS } from "./settings/protocols.mjs";
import { readTrials, writeTrials } from "./settings/trials.mjs";

const USAGE = `Tries the settings of bench/settings/grids.mjs and writes their errors to bench/settings/PROTOCOL.json.

  node bench/choose-settings.mjs [options]

  Of each split's train part a tenth is held back for validation, by chance; test parts are not looked at.

  --protocol NAME  one of: ${Object.keys(PROTOCOLS).join(", ")}; the first where nothing is said
  --only NAME      one of: "${Object.keys(GRIDS).join('", "')}"; may be repeated
  --help           this text`;

const VALIDATION = { testShare: 0.1, seed: 0 };

/**
 * The trials of one grid: every setting on every split.
 *
 * @param {import("./settings/grids.mjs").Grid} grid
 * @param {readonly import("reelbook").Split[]} splits
 */
async function tryAll(grid, splits) {
  const { crossValidate } = await import("reelbook");
  const { modelOf } = await import("./lib/models.mjs");
  return settingsOf(grid).map((settings) => {
    const { folds } = crossValidate(modelOf(grid.model, settings), splits);
    const trial = { settings, rmse: folds.map(({ rmse }) => Number(rmse.toFixed(6))) };
    console.log(`${grid.model} ${JSON.stringify(settings)}: ${trial.rmse.join(", ")}`);
    return trial;
  });
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    protocol: { type: "string", default: Object.keys(PROTOCOLS)[0] ?? "" },
    only: { type: "string", multiple: true, default: [] },
  },
  async main({ protocol: name, only }) {
    const protocol = PROTOCOLS[name];
    if (!protocol) throw new Stop(`There is no protocol ${name}; --help lists what there is.`);
    const unknown = only.find((grid) => !GRIDS[grid]);
    if (unknown) throw new Stop(`There is no grid ${unknown}; --help lists what there is.`);
    await build();
    useSharedData();
    const { loadDataset, randomSplit } = await import("reelbook");
    const { ratings } = await loadDataset(protocol.dataset);
    const splits = await protocol.splits(ratings);
    const inner = splits.map(({ train }) => randomSplit(train, VALIDATION));
    for (const [grid, each] of Object.entries(GRIDS)) {
      if (only.length > 0 && !only.includes(grid)) continue;
      const trials = await tryAll(each, inner);
      writeTrials(name, { ...readTrials(name), [grid]: trials });
    }
  },
});
