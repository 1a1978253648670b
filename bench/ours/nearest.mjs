import { ItemKnn } from "reelbook";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { memoryMeter } from "./memory-meter.mjs";
import { timeCalls } from "./time-calls.mjs";

/** Calls after the first; 0 measures the memory of the first. */
const [file = "", later = "0"] = process.argv.slice(2);
const ratings = await loadRatingsFile(file);
const model = new ItemKnn({ similarity: "cosine", keep: 20 });

function measureMemory() {
  const memory = memoryMeter();
  const start = performance.now();
  const fitted = model.fit(ratings);
  const seconds = (performance.now() - start) / 1000;
  return { times: { seconds, ...memory(ratings.count) }, fitted };
}

function measureTimes() {
  const { answer: fitted, ...times } = timeCalls(() => model.fit(ratings), Number(later));
  return { times, fitted };
}

const { times, fitted } = later === "0" ? measureMemory() : measureTimes();
const similarities = Float64Array.from(fitted.state().values ?? []);
const sum = similarities.reduce((total, value) => total + value, 0);
console.log(JSON.stringify({ ...times, answer: { sum } }));
