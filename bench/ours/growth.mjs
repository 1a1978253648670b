import { modelOf } from "../lib/models.mjs";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { memoryMeter } from "./memory-meter.mjs";

const [file = "", name = "", settings = "{}"] = process.argv.slice(2);
const ratings = await loadRatingsFile(file);
const model = modelOf(name, JSON.parse(settings));
const memory = memoryMeter();
const start = performance.now();
model.fit(ratings);
const seconds = (performance.now() - start) / 1000;

console.log(JSON.stringify({ seconds, ...memory(ratings.count) }));
