import { evaluateRatings, kFolds, loadDataset } from "reelbook";
import { modelOf } from "../lib/models.mjs";

const [folder = "", name = "", settings = "{}"] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
const [fold] = kFolds(ratings, { folds: 5, seed: 0, generator: "numpy" });
if (!fold) throw new Error("There is no fold.");
void [fold.train.byItem, fold.train.byUser]; // Grouped at first use, outside of the measured time.
const model = modelOf(name, JSON.parse(settings));
const start = performance.now();
const { rmse } = evaluateRatings(model.fit(fold.train), fold.test);
const seconds = (performance.now() - start) / 1000;

console.log(JSON.stringify({ seconds, answer: { rmse } }));
