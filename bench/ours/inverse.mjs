import { Ease, loadDataset } from "reelbook";
import { importSource } from "../../scripts/lib/import-source.mjs";

const REGULARIZATION = 458;

const [folder = "", what] = process.argv.slice(2);
const { ratings } = await loadDataset(folder);
const { byItem, byUser } = ratings; // Grouped at first use, outside of the measured time.
const n = byItem.rowCount;

/** Seconds of the whole fit, and the weights. */
function fit() {
  const model = new Ease({ regularization: REGULARIZATION });
  const start = performance.now();
  const fitted = model.fit(ratings);
  return {
    seconds: (performance.now() - start) / 1000,
    weights: Float64Array.from(fitted.state().weights ?? []),
  };
}

/** Seconds of the inverse alone, and the weights from it. */
async function invert() {
  /** @type {typeof import("../../src/kernels/dense/invert-positive-definite.js")} */
  const { invertPositiveDefinite } = await importSource("src/kernels/dense/invert-positive-definite.ts");
  const { starts, indices } = byUser;
  const matrix = new Float64Array(n * n);
  for (let user = 0; user < byUser.rowCount; user++) {
    const own = indices.subarray(starts[user], starts[user + 1]);
    for (const i of own) for (const j of own) matrix[i * n + j]++;
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] += REGULARIZATION;
  const start = performance.now();
  invertPositiveDefinite(matrix, n, () => {});
  const seconds = (performance.now() - start) / 1000;
  const weights = matrix.map((value, k) => (k % (n + 1) === 0 ? 0 : -value / matrix[(k % n) * (n + 1)]));
  return { seconds, weights };
}

const { seconds, weights } = what === "fit" ? fit() : await invert();
const sum = weights.reduce((total, weight) => total + weight, 0);
const squares = weights.reduce((total, weight) => total + weight * weight, 0);
console.log(JSON.stringify({ seconds, answer: { sum, squares } }));
