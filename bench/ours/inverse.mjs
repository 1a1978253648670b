import { Ease, loadDataset } from "reelbook";

const [folder = ""] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
void [ratings.byItem, ratings.byUser]; // Grouped when first asked for.
const model = new Ease({ regularization: 458 });
const start = performance.now();
const fitted = model.fit(ratings);
const seconds = (performance.now() - start) / 1000;

const weights = Float64Array.from(fitted.state().weights ?? []);
const sum = weights.reduce((total, weight) => total + weight, 0);
const squares = weights.reduce((total, weight) => total + weight * weight, 0);
console.log(JSON.stringify({ seconds, answer: { sum, squares } }));
