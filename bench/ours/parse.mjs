import { loadRatings } from "reelbook";
import { spread } from "../lib/statistics.mjs";
import { memoryMeter } from "./memory-meter.mjs";
import { profiled } from "./profiled.mjs";
import { timed } from "./timed.mjs";

const COLUMNS = { itemId: "movieId", timestamp: "timestamp", scale: { min: 0.5, max: 5 } };

/** Calls after the first. */
const [file = "", later = "0"] = process.argv.slice(2);

const load = () => timed(() => loadRatings(file, COLUMNS));

const memory = memoryMeter();
const [ratings, firstSeconds] = await load();
const measured = memory(ratings.count);
const times = [];
for (let call = 0; call < Number(later); call++) {
  const [, seconds] = await profiled(load);
  times.push(seconds);
}

const sum = ratings.values.reduce((total, value) => total + value, 0);
const answer = { count: ratings.count, sum, users: ratings.users.size, items: ratings.items.size };
console.log(JSON.stringify({ seconds: spread(times).median, firstSeconds, ...measured, answer }));
