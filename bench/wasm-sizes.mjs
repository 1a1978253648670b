import { random, simulateRatings } from "reelbook";
import { importSource } from "../scripts/lib/import-source.mjs";
import { program } from "../scripts/lib/program.mjs";
import { digits } from "./lib/format.mjs";
import { spread } from "./lib/statistics.mjs";
import { markdownTable } from "./lib/table.mjs";

const USAGE = `Measures kernels on one thread by size, in plain TypeScript and in WebAssembly: for the constants LEAST_… of
src/kernels/wasm. The time to open a job, which a fit does once, is left out; with other programs running, ratios vary.

  node bench/wasm-sizes.mjs [options]

  --help    this text`;

const PAIRS = 15;

/** Milliseconds of a pair at least: short work is repeated. */
const LEAST_TIME = 4;

/**
 * The median of WebAssembly's time to that of plain TypeScript over pairs, and the latter.
 *
 * @param {() => void} plain
 * @param {() => void} wasm
 */
function compare(plain, wasm) {
  /** @param {() => void} work @param {number} times */
  const timeOf = (work, times) => {
    const start = performance.now();
    for (let k = 0; k < times; k++) work();
    return (performance.now() - start) / times;
  };
  timeOf(plain, 20);
  timeOf(wasm, 20);
  const times = Math.ceil(LEAST_TIME / timeOf(plain, 20));
  const pairs = Array.from({ length: PAIRS }, () => [timeOf(plain, times), timeOf(wasm, times)]);
  const ratios = pairs.map(([ours = Number.NaN, theirs = Number.NaN]) => theirs / ours);
  return { ratio: spread(ratios), milliseconds: spread(pairs.map(([ours = Number.NaN]) => ours)).median };
}

/** @typedef {{ size: number, plain: () => void, wasm: () => void }} Work */

/** Passes over simulated ratings, by products: ratings × factors. */
async function passes() {
  const { funkSvdPass } = await importSource("src/kernels/factors/funk-svd.ts");
  const { svdPlusPlusPass } = await importSource("src/kernels/factors/svd-plus-plus.ts");
  const { nmfPass } = await importSource("src/kernels/factors/nmf.ts");
  const { Runtime } = await importSource("src/kernels/wasm/runtime.ts");
  const { kernelsOn } = await importSource("src/kernels/wasm/wasm-backend.ts");
  const kernels = kernelsOn(new Runtime({ threads: 1, relaxedSimd: false, takesSmallJobs: true }));
  const width = 16;
  /** @param {number} count */
  const onRatings = (count) => {
    const users = Math.ceil(Math.sqrt(count));
    const ratings = simulateRatings({ users, items: users, count, seed: 1 });
    const draws = random({ seed: 1 });
    const factors = () => ({
      values: Float64Array.from({ length: users * width }, () => draws.uniform()),
      width,
    });
    const all = { user: factors(), item: factors(), implicit: factors() };
    const biases = { mean: 3.5, user: new Float64Array(users), item: new Float64Array(users) };
    const rates = { learningRate: 1e-9, regularization: 0.02, biased: 1 };
    const more = { ...rates, biasRegularization: 0.02, implicitRegularization: 0.02, deferred: 0 };
    const lengths = Int32Array.from({ length: users }, (_, item) => ratings.byItem.rowLength(item));
    const { byUser } = ratings;
    return {
      /** @param {typeof funkSvdPass} pass */
      FunkSvd: (pass) => pass(byUser, biases, all, rates),
      /** @param {typeof svdPlusPlusPass} pass */
      SvdPlusPlus: (pass) => pass(byUser, biases, all, more),
      /** @param {typeof nmfPass} pass */
      Nmf: (pass) => pass(byUser, lengths, all, 1e-9),
    };
  };
  return [100, 300, 1000, 3000, 10_000].flatMap((count) => {
    const run = onRatings(count);
    const size = count * width;
    return [
      {
        name: "FunkSvd, products",
        size,
        plain: () => run.FunkSvd(funkSvdPass),
        wasm: () => run.FunkSvd(kernels.funkSvdPass),
      },
      {
        name: "SvdPlusPlus, products",
        size,
        plain: () => run.SvdPlusPlus(svdPlusPlusPass),
        wasm: () => run.SvdPlusPlus(kernels.svdPlusPlusPass),
      },
      { name: "Nmf, products", size, plain: () => run.Nmf(nmfPass), wasm: () => run.Nmf(kernels.nmfPass) },
    ];
  });
}

/** Weights of an item from all others, by entries of the matrix. */
async function elasticNets() {
  const { elasticNet } = await importSource("src/kernels/item-weights/elastic-net.ts");
  const { Runtime } = await importSource("src/kernels/wasm/runtime.ts");
  const { kernelsOn } = await importSource("src/kernels/wasm/wasm-backend.ts");
  const kernels = kernelsOn(new Runtime({ threads: 1, relaxedSimd: false, takesSmallJobs: true }));
  return [300, 1000, 3000, 10_000].map((size) => {
    const items = Math.ceil(Math.sqrt(size));
    const { byItem } = simulateRatings({ users: items, items, count: size, seed: 1 });
    const squares = Float64Array.from({ length: items }, (_, item) => 9 * byItem.rowLength(item));
    const others = Int32Array.from({ length: items - 1 }, (_, k) => k + 1);
    /** @param {typeof elasticNet} solve */
    const run = (solve) => {
      const residual = new Float64Array(items);
      for (let k = 0; k < byItem.rowLength(0); k++) residual[byItem.indices[k] ?? 0] = byItem.values[k] ?? 0;
      const limits = { iterations: 20, tolerance: 1e-4 };
      solve(
        byItem,
        squares,
        others,
        { l1: 1, l2: 50, positiveOnly: 1 },
        limits,
        residual,
        new Float64Array(items),
      );
    };
    return { name: "Slim, entries", size, plain: () => run(elasticNet), wasm: () => run(kernels.elasticNet) };
  });
}

/** The sums and the split of a tree's root, by bins: rows × features. */
async function treeRoots() {
  const { openTreeJob } = await importSource("src/kernels/trees/tree-job.ts");
  const { Runtime } = await importSource("src/kernels/wasm/runtime.ts");
  const { kernelsOn } = await importSource("src/kernels/wasm/wasm-backend.ts");
  const kernels = kernelsOn(new Runtime({ threads: 1, relaxedSimd: false, takesSmallJobs: true }));
  const width = 10;
  return [1000, 3000, 10_000, 30_000, 100_000].map((size) => {
    const draws = random({ seed: 1 });
    const bins = Uint8Array.from({ length: size }, () => draws.below(256));
    const gradients = new Float32Array(size / width).fill(0.5);
    const rows = Int32Array.from(gradients.keys());
    const histogram = new Float64Array(512 * width);
    const work = (/** @type {typeof openTreeJob} */ open) => {
      const job = open({ bins, width });
      return () =>
        job.run(
          rows,
          gradients,
          (/** @type {import("../src/kernels/trees/tree-job.js").NodeKernels} */ node) => {
            node.fill(0, rows.length, histogram);
            return node.split(0, rows.length, { feature: 3, lastBin: 100, nanLeft: 0 });
          },
        );
    };
    return { name: "BoostedTrees, bins", size, plain: work(openTreeJob), wasm: work(kernels.openTreeJob) };
  });
}

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    const all = [...(await passes()), ...(await elasticNets()), ...(await treeRoots())];
    const rows = all.map(({ name, size, plain, wasm }) => {
      const { ratio, milliseconds } = compare(plain, wasm);
      return [
        name,
        `${size}`,
        digits(milliseconds),
        `${digits(ratio.median)} (${digits(ratio.min)}–${digits(ratio.max)})`,
      ];
    });
    console.log(markdownTable(["kernel, size in", "size", "plain, ms", "WebAssembly / plain"], rows));
  },
});
