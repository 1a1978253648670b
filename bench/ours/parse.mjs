import { loadRatings } from "reelbook";
import { memoryMeter } from "./memory-meter.mjs";

const [file = ""] = process.argv.slice(2);
const memory = memoryMeter();
const start = performance.now();
const ratings = await loadRatings(file, {
  itemId: "movieId",
  timestamp: "timestamp",
  scale: { min: 0.5, max: 5 },
});
const seconds = (performance.now() - start) / 1000;
const measured = memory(ratings.count);

const sum = ratings.values.reduce((total, value) => total + value, 0);
const answer = { count: ratings.count, sum, users: ratings.users.size, items: ratings.items.size };
console.log(JSON.stringify({ seconds, ...measured, answer }));
