import { backend, Ease, loadDataset } from "reelbook";
import { importSource } from "../../scripts/lib/import-source.mjs";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { timeCalls } from "./time-calls.mjs";

const REGULARIZATION = 458;

const [source = "", what, repeats = "3"] = process.argv.slice(2);
const isFile = source.endsWith(".csv");
const ratings = isFile ? await loadRatingsFile(source) : (await loadDataset(source)).ratings;
const { byItem, byUser } = ratings; // Grouped at first use, outside of the measured time.
const n = byItem.rowCount;

/** The whole fit. */
function fit() {
  const model = new Ease({ regularization: REGULARIZATION });
  const { answer, ...times } = timeCalls(() => model.fit(ratings), Number(repeats));
  return { ...times, weights: Float64Array.from(answer.state().weights ?? []) };
}

/** The inverse alone. */
async function invert() {
  const kernel = await kernelOfBackend();
  const { starts, indices } = byUser;
  const matrix = new Float64Array(n * n);
  for (let user = 0; user < byUser.rowCount; user++) {
    const own = indices.subarray(starts[user], starts[user + 1]);
    for (const i of own) for (const j of own) matrix[i * n + j]++;
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] += REGULARIZATION;
  const inverse = new Float64Array(n * n);
  const prepare = () => void inverse.set(matrix);
  const times = timeCalls(() => kernel(inverse, n, () => {}), Number(repeats), prepare);
  const weights = inverse.map((value, k) => (k % (n + 1) === 0 ? 0 : -value / inverse[(k % n) * (n + 1)]));
  return { ...times, weights };
}

/** The kernel of the backend that bench/ours/use-backend.mjs chose. */
async function kernelOfBackend() {
  const { kind, threads } = backend();
  /** @type {typeof import("../../src/kernels/dense/invert-positive-definite.js")} */
  const { invertPositiveDefinite } = await importSource("src/kernels/dense/invert-positive-definite.ts");
  if (kind === "plain") return invertPositiveDefinite;
  /** @type {typeof import("../../src/node/start-wasm.js")} */
  const { startWasm } = await importSource("src/node/start-wasm.ts");
  return startWasm({ threads }).kernels.invertPositiveDefinite ?? invertPositiveDefinite;
}

const { firstSeconds, seconds, weights } = what === "fit" ? fit() : await invert();
const sum = weights.reduce((total, weight) => total + weight, 0);
const squares = weights.reduce((total, weight) => total + weight * weight, 0);
console.log(JSON.stringify({ firstSeconds, seconds, answer: { sum, squares } }));
