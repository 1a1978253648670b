import { evaluateRatings, ItemKnn, kFolds, loadDataset, UserKnn } from "reelbook";

const [folder = "", name, similarity] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
const [fold] = kFolds(ratings, { folds: 5, seed: 0, generator: "numpy" });
if (!fold) throw new Error("There is no fold.");
void [fold.train.byItem, fold.train.byUser]; // Grouped when first asked for.
const settings = { similarity: /** @type {"msd"} */ (similarity) };
const model = name === "ItemKnn" ? new ItemKnn(settings) : new UserKnn(settings);
const start = performance.now();
const { rmse } = evaluateRatings(model.fit(fold.train), fold.test);
const seconds = (performance.now() - start) / 1000;

console.log(JSON.stringify({ seconds, answer: { rmse } }));
