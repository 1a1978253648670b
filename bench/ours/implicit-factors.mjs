import { areaUnderCurve, loadDataset } from "reelbook";
import { modelOf } from "../lib/models.mjs";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { profiled } from "./profiled.mjs";

/** How many users the area under the curve is a mean of. */
const USERS = 500;

const [source = "", name = "", settings = "{}"] = process.argv.slice(2);
const isFile = source.endsWith(".csv");
const ratings = isFile ? await loadRatingsFile(source) : (await loadDataset(source)).ratings;
void [ratings.byItem, ratings.byUser]; // Grouped at first use, outside of the measured time.
const model = modelOf(name, JSON.parse(settings));
/** @type {number[]} */
const times = [];
const start = performance.now();
const fitted = profiled(() => model.fit(ratings, { onProgress: () => times.push(performance.now()) }));
// From the end of the first pass, in which the engine compiles, to the end of the last one.
const [first = 0, last = 0] = [times[1], times.at(-2)];
const seconds = (last - first) / 1000 / (times.length - 3);

const scores = new Float64Array(ratings.items.size);
const userIds = [...ratings.users.ids].sort((a, b) => Number(a) - Number(b)).slice(0, USERS);
const areas = userIds.map((userId) => {
  fitted.scoreItems(ratings.users.indexOf(userId), scores);
  const isRelevant = new Uint8Array(scores.length);
  for (const { itemId } of ratings.ofUser(userId)) isRelevant[ratings.items.indexOf(itemId)] = 1;
  return areaUnderCurve(scores, { isRelevant });
});
const auc = areas.reduce((sum, area) => sum + area, 0) / areas.length;
console.log(JSON.stringify({ seconds, firstSeconds: (first - start) / 1000, answer: { auc } }));
