import { build } from "../scripts/build.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { dataFolder } from "./lib/data-folder.mjs";
import { sideData } from "./lib/side-data.mjs";
import { settingsOf } from "./settings/grids.mjs";
import { withMembers } from "./settings/members.mjs";
import { PROTOCOLS } from "./settings/protocols.mjs";
import { readTrials, writeTrials } from "./settings/trials.mjs";

const USAGE = `Tries the settings of bench/settings/grids.mjs and writes what they reach to bench/settings/PROTOCOL.json.

  node bench/choose-settings.mjs [options]

  Parts of each split's train part are held back for validation, by chance; test parts are not looked at.

  --protocol NAME  one of: ${Object.keys(PROTOCOLS).join(", ")}; the first where nothing is said
  --only NAME      a grid of the protocol, as "ItemKnn"; may be repeated
  --help           this text`;

/**
 * The validation parts of each split.
 *
 * @param {import("./settings/protocols.mjs").Protocol} protocol
 * @param {string} folder
 */
async function validationParts({ splits, validation: { testShare, seeds } }, folder) {
  const { randomSplit } = await import("reelbook");
  const all = await splits(folder);
  return all.map(({ train }) => seeds.map((seed) => randomSplit(train, { testShare, seed })));
}

/**
 * The trials of one grid: every setting on every split.
 *
 * @param {string} protocol
 * @param {import("./settings/grids.mjs").Grid} grid
 * @param {{ parts: Awaited<ReturnType<typeof validationParts>>, measure: string, side: import("./lib/models.mjs").SideData }} data
 */
async function tryAll(protocol, grid, { parts, measure, side }) {
  const { crossValidate } = await import("reelbook");
  const { modelOf } = await import("./lib/models.mjs");
  return settingsOf(grid).map((settings) => {
    const ofSplits = grid.of ? withMembers(protocol, [settings], grid.of) : [settings];
    const reached = parts.map((each, split) => {
      const model = modelOf(grid.model, ofSplits[split % ofSplits.length] ?? {}, side);
      return crossValidate(model, each, { metrics: [measure] }).mean[measure] ?? Number.NaN;
    });
    const trial = { settings, [measure]: reached.map((value) => Number(value.toFixed(6))) };
    console.log(`${grid.model} ${JSON.stringify(settings)}: ${trial[measure]}`);
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
    const { grids, dataset, validation } = protocol;
    const unknown = only.find((grid) => !grids[grid]);
    if (unknown)
      throw new Stop(`There is no grid ${unknown} of ${name}; there are: ${Object.keys(grids).join(", ")}.`);
    const folder = await dataFolder(dataset);
    if (!folder) throw new Stop(`${name} needs ${dataset}, which is not at hand.`);
    await build();
    const data = {
      parts: await validationParts(protocol, folder),
      measure: validation.measure,
      side: await sideData(dataset, folder),
    };
    for (const [grid, each] of Object.entries(grids)) {
      if (only.length > 0 && !only.includes(grid)) continue;
      const trials = await tryAll(name, each, data);
      writeTrials(name, { ...readTrials(name), [grid]: trials });
    }
  },
});
