import { loadRatings } from "reelbook";
import { spread } from "../lib/statistics.mjs";
import { memoryMeter } from "./memory-meter.mjs";
import { profiled } from "./profiled.mjs";

const COLUMNS = { itemId: "movieId", timestamp: "timestamp", scale: { min: 0.5, max: 5 } };

/** Calls after the first. */
const [file = "", later = "0"] = process.argv.slice(2);

async function timed() {
  const start = performance.now();
  const ratings = await loadRatings(file, COLUMNS);
  return { ratings, seconds: (performance.now() - start) / 1000 };
}

const memory = memoryMeter();
const { ratings, seconds: firstSeconds } = await timed();
const measured = memory(ratings.count);
const times = [];
for (let call = 0; call < Number(later); call++) times.push((await profiled(timed)).seconds);

const sum = ratings.values.reduce((total, value) => total + value, 0);
const answer = { count: ratings.count, sum, users: ratings.users.size, items: ratings.items.size };
console.log(JSON.stringify({ seconds: spread(times).median, firstSeconds, ...measured, answer }));
