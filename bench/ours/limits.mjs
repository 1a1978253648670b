import { modelOf } from "../lib/models.mjs";
import { loadRatingsFile } from "./load-ratings-file.mjs";

/** How many users get a list. */
const USERS = 200;

const [file = "", name = "", settings = "{}"] = process.argv.slice(2);
const ratings = await loadRatingsFile(file);
const model = modelOf(name, JSON.parse(settings));
const start = performance.now();
const fitted = model.fit(ratings);
const seconds = (performance.now() - start) / 1000;
const userIds = ratings.users.ids.slice(0, USERS);
const before = performance.now();
for (const userId of userIds) fitted.recommend(userId, { count: 10 });
const secondsOfList = (performance.now() - before) / 1000 / userIds.length;

const bytesOfProcess = 1024 * process.resourceUsage().maxRSS;
console.log(JSON.stringify({ seconds, answer: { secondsOfList, bytesOfProcess } }));
