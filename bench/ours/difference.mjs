import { compare, pairedBootstrap } from "reelbook";
import { modelOf } from "../lib/models.mjs";
import { sideData } from "../lib/side-data.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

const [folder = "", name = "", metric = "", ...both] = process.argv.slice(2);
const protocol = PROTOCOLS[name];
if (!protocol) throw new Error(`There is no protocol ${name}.`);
const side = await sideData(protocol.dataset, folder);
const [split, ...more] = await protocol.splits(folder);
if (!split || more.length > 0) throw new Error(`${name} has not one split.`);

const start = performance.now();
const [first, second] = both.map((text) => {
  const { model, settings } = JSON.parse(text);
  const measure = /** @type {"rmse"} */ (metric);
  const table = compare([modelOf(model, settings[0], side)], split, { metrics: [measure] });
  return table.valuesOf(table[0]?.model ?? "", measure);
});
if (!first || !second) throw new Error("Two models are to be given.");
const answer = pairedBootstrap(first, second, metric === "rmse" ? { transform: Math.sqrt } : {});
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, answer }));
