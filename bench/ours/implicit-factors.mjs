import { areaUnderCurve, loadDataset } from "reelbook";
import { modelOf } from "../lib/models.mjs";

const [folder = "", name = "", settings = "{}"] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
void [ratings.byItem, ratings.byUser]; // Grouped at first use, outside of the measured time.
const model = modelOf(name, JSON.parse(settings));
/** @type {number[]} */
const times = [];
const fitted = model.fit(ratings, { onProgress: () => times.push(performance.now()) });
// From the end of the first pass, in which the engine compiles, to the end of the last one.
const [first = 0, last = 0] = [times[1], times.at(-2)];
const seconds = (last - first) / 1000 / (times.length - 3);

const scores = new Float64Array(ratings.items.size);
const areas = ratings.users.ids.map((userId, user) => {
  fitted.scoreItems(user, scores);
  const isRelevant = new Uint8Array(scores.length);
  for (const { itemId } of ratings.ofUser(userId)) isRelevant[ratings.items.indexOf(itemId)] = 1;
  return areaUnderCurve(scores, { isRelevant });
});
const auc = areas.reduce((sum, area) => sum + area, 0) / areas.length;
console.log(JSON.stringify({ seconds, answer: { auc } }));
