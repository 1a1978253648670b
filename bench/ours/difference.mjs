import { rowDifference } from "../lib/row-difference.mjs";
import { sideData } from "../lib/side-data.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

const [folder = "", name = "", measure = "", first = "{}", second = "{}"] = process.argv.slice(2);
const protocol = PROTOCOLS[name];
if (!protocol) throw new Error(`There is no protocol ${name}.`);
const [split, ...more] = await protocol.splits(folder);
if (!split || more.length > 0) throw new Error(`${name} has more than one split, or none.`);

const side = await sideData(protocol.dataset, folder);
const start = performance.now();
const answer = rowDifference([JSON.parse(first), JSON.parse(second)], split, { measure, side });
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, answer }));
