import { crossValidate } from "reelbook";
import { modelOf } from "../lib/models.mjs";
import { sideData } from "../lib/side-data.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

const [folder = "", name = "", model = "", settings = "[]"] = process.argv.slice(2);
const protocol = PROTOCOLS[name];
if (!protocol) throw new Error(`There is no protocol ${name}.`);
const { splits, dataset, measures } = protocol;
/** One for each split, or one for all. @type {Record<string, unknown>[]} */
const all = JSON.parse(settings);
const side = await sideData(dataset, folder);
const means = (await splits(folder)).map((split, place) => {
  const each = modelOf(model, all[place % all.length] ?? {}, side);
  return crossValidate(each, [split], { metrics: measures }).mean;
});
const mean = (/** @type {string} */ measure) =>
  means.reduce((sum, each) => sum + (each[measure] ?? Number.NaN), 0) / means.length;

const answer = Object.fromEntries(measures.map((measure) => [measure, mean(measure)]));
console.log(JSON.stringify({ seconds: mean("fitSeconds") + mean("testSeconds"), answer }));
