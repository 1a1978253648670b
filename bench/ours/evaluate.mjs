import { evaluateSplits } from "../lib/evaluate-splits.mjs";
import { sideData } from "../lib/side-data.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

const [folder = "", name = "", model = "", settings = "[]"] = process.argv.slice(2);
const protocol = PROTOCOLS[name];
if (!protocol) throw new Error(`There is no protocol ${name}.`);
const { splits, dataset, measures } = protocol;
const data = { splits: await splits(folder), measures, side: await sideData(dataset, folder) };
console.log(JSON.stringify(evaluateSplits(model, JSON.parse(settings), data)));
