import { build } from "../scripts/build.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { dataFolder } from "./lib/data-folder.mjs";
import { sideData } from "./lib/side-data.mjs";
import { isFixed } from "./settings/grid-settings.mjs";
import { settingsOf } from "./settings/grids.mjs";
import { withMembers } from "./settings/members.mjs";
import { PROTOCOLS } from "./settings/protocols.mjs";
import { readTrials, writeTrials } from "./settings/trials.mjs";

const USAGE = `Searches the grids of bench/settings/grids.mjs and writes all results to bench/settings/PROTOCOL.json.

  node bench/choose-settings.mjs [options]

  Random parts of the train rows of each split are the validation parts. No test row is read.

  --protocol NAME  one of: ${Object.keys(PROTOCOLS).join(", ")}; the first by default
  --only NAME      a grid of the protocol, as "ItemKnn"; may be repeated
  --help           this text`;

/**
 * The trials of one grid: every setting on every split.
 *
 * @param {string} protocol
 * @param {import("./settings/grids.mjs").Grid} grid
 * @param {Parameters<typeof import("./settings/try-settings.mjs").trySettings>[2]} data
 */
async function tryAll(protocol, grid, data) {
  const { trySettings } = await import("./settings/try-settings.mjs");
  const { canTune, tuneSettings } = await import("./settings/tune-settings.mjs");
  if (canTune(grid, data.side)) {
    const tuned = await tuneSettings(grid, data);
    return tuned.map(({ settings, scores }) => {
      console.log(`${grid.model} ${JSON.stringify(settings)}: ${scores}`);
      return { settings, [data.measure]: scores };
    });
  }
  return settingsOf(grid).map((settings) => {
    const ofSplits = grid.of ? withMembers(protocol, [settings], grid.of) : [settings];
    const trial = { settings, [data.measure]: trySettings(grid.model, ofSplits, data) };
    console.log(`${grid.model} ${JSON.stringify(settings)}: ${trial[data.measure]}`);
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
    if (!protocol) throw new Stop(`There is no protocol ${name}; --help lists all.`);
    const { grids, dataset, validation } = protocol;
    const unknown = only.find((grid) => !grids[grid]);
    if (unknown)
      throw new Stop(`There is no grid ${unknown} of ${name}; there are: ${Object.keys(grids).join(", ")}.`);
    const folder = await dataFolder(dataset);
    if (!folder) throw new Stop(`${name} needs ${dataset}, which is missing.`);
    await build();
    const { validationParts } = await import("./settings/validation-parts.mjs");
    const data = {
      parts: validationParts(await protocol.splits(folder), validation),
      measure: validation.measure,
      side: await sideData(dataset, folder),
    };
    for (const [grid, each] of Object.entries(grids)) {
      if (isFixed(each) || (only.length > 0 && !only.includes(grid))) continue;
      const trials = await tryAll(name, each, data);
      writeTrials(name, { ...readTrials(name), [grid]: trials });
    }
  },
});
