import { ItemKnn, loadRatings } from "reelbook";
import { memoryMeter } from "./memory-meter.mjs";

const [file = ""] = process.argv.slice(2);
const ratings = await loadRatings(file, { itemId: "movieId", timestamp: "timestamp" });
const model = new ItemKnn({ similarity: "cosine", keep: 20 });
const memory = memoryMeter();
const start = performance.now();
const fitted = model.fit(ratings);
const seconds = (performance.now() - start) / 1000;
const measured = memory(ratings.count);

const similarities = Float64Array.from(fitted.state().values ?? []);
const sum = similarities.reduce((total, value) => total + value, 0);
console.log(JSON.stringify({ seconds, ...measured, answer: { sum } }));
