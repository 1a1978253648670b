import { BoostedTrees, FeatureTable, random, rmse } from "reelbook";
import { profiled } from "./profiled.mjs";

const [rowCount = 0, width = 0, trees = 0] = process.argv.slice(2, 5).map(Number);
const [bound = "", size] = process.argv.slice(5);

// The same random numbers as in peers/boosted-trees.py.
const generated = random({ seed: 1, generator: "numpy" });
const values = new Float64Array(rowCount * width);
const targets = new Float64Array(rowCount);
for (let row = 0; row < rowCount; row++) {
  let sum = 0;
  for (let feature = 0; feature < width; feature++) {
    const drawn = generated.uniform();
    const stars = Math.floor(10 * drawn) / 2;
    const value = feature % 5 === 0 ? drawn : stars === 0 ? Number.NaN : stars;
    values[row * width + feature] = value;
    sum += feature % 3 === 0 ? drawn : drawn * drawn;
  }
  targets[row] = sum + generated.uniform();
}
const names = Array.from({ length: width }, (_, feature) => `feature ${feature}`);
const features = new FeatureTable({ values, names });

const limits = bound === "depth" ? { depth: Number(size) } : { depth: Infinity, leaves: Number(size) };
const model = new BoostedTrees({ trees, ...limits });
const start = performance.now();
const fitted = profiled(() => model.fit(features, targets));
const seconds = (performance.now() - start) / 1000;
const error = rmse(targets, fitted.predictMany(features));
console.log(JSON.stringify({ seconds, answer: { rmse: error } }));
