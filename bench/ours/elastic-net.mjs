import { loadDataset, Slim } from "reelbook";
import { profiled } from "./profiled.mjs";

const PENALTIES = { regularization: 200, l1Regularization: 0.5 };

const [folder = ""] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
void [ratings.byItem, ratings.byUser]; // Grouped at first use, outside of the measured time.
const model = new Slim(PENALTIES);
const start = performance.now();
profiled(() => model.fit(ratings));
const seconds = (performance.now() - start) / 1000;

const exact = new Slim({ ...PENALTIES, tolerance: 1e-12, iterations: 100_000 });
const weights = Float64Array.from(exact.fit(ratings.withAtLeast({ perItem: 100 })).state().values ?? []);
const sum = weights.reduce((total, weight) => total + weight, 0);
const squares = weights.reduce((total, weight) => total + weight * weight, 0);
console.log(JSON.stringify({ seconds, answer: { sum, squares } }));
