import { simulateRatings } from "reelbook";
import { evaluateSplits } from "../lib/evaluate-splits.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";
import { memoryMeter } from "./memory-meter.mjs";

const [name = "", model = "", settings = "{}"] = process.argv.slice(2);
const { simulated, measures } = PROTOCOLS[name] ?? {};
if (!simulated || !measures) throw new Error(`${name} has no simulated ratings.`);
const splits = await simulated.splits(simulateRatings(simulated.size));
const memory = memoryMeter();
const { seconds, answer } = evaluateSplits(model, [JSON.parse(settings)], { splits, measures });
console.log(JSON.stringify({ seconds, answer, ...memory(1) }));
