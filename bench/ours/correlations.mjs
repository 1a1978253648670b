import { ItemKnn, loadDataset } from "reelbook";
import { timeCalls } from "./time-calls.mjs";

const [folder = "", minCommon, later] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
void [ratings.byItem, ratings.byUser]; // Grouped at first use, outside of the measured time.
const model = new ItemKnn({ similarity: "pearson", minCommon: Number(minCommon) });
const { answer: fitted, ...times } = timeCalls(() => model.fit(ratings), Number(later));

const values = Float64Array.from(fitted.state().values ?? []);
const sum = values.reduce((total, value) => total + value, 0);
const squares = values.reduce((total, value) => total + value * value, 0);
console.log(JSON.stringify({ ...times, answer: { pairs: values.length / 2, sum, squares } }));
