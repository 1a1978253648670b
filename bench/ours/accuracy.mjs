import { crossValidate, loadDataset } from "reelbook";
import { modelOf } from "../lib/models.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

const [folder = "", protocol = "", name = "", chosen = "[]"] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
const splits = (await PROTOCOLS[protocol]?.splits(ratings)) ?? [];
/** @type {object[]} */
const settings = JSON.parse(chosen);
const means = splits.map((split, fold) => crossValidate(modelOf(name, settings[fold] ?? {}), [split]).mean);
const mean = (/** @type {"rmse" | "mae" | "fitSeconds" | "testSeconds"} */ measure) =>
  means.reduce((sum, each) => sum + each[measure], 0) / means.length;
const seconds = mean("fitSeconds") + mean("testSeconds");

console.log(JSON.stringify({ seconds, answer: { rmse: mean("rmse"), mae: mean("mae") } }));
