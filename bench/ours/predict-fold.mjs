import { evaluateRatings, kFolds, loadDataset } from "reelbook";
import { modelOf } from "../lib/models.mjs";
import { timeCalls } from "./time-calls.mjs";

const [folder = "", name = "", settings = "{}", later = "0"] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
const [fold] = kFolds(ratings, { folds: 5, seed: 0, generator: "numpy" });
if (!fold) throw new Error("There is no fold.");
void [fold.train.byItem, fold.train.byUser]; // Grouped at first use, outside of the measured time.
const model = modelOf(name, JSON.parse(settings));
const { answer, ...times } = timeCalls(
  () => evaluateRatings(model.fit(fold.train), fold.test),
  Number(later),
);

console.log(JSON.stringify({ ...times, answer: { rmse: answer.rmse } }));
