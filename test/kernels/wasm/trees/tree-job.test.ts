// @module-tag slow
import { describe, expect, test } from "vitest";
import { openTreeJob, type TreeJob } from "../../../../src/kernels/trees/tree-job.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { openTreeJobOn } from "../../../../src/kernels/wasm/trees/tree-job.js";
import { random } from "../../../../src/math/random.js";
import { countingRuntime, runtimes, strayHelper } from "../on-threads.js";

/** Rows of random bins, every fifth one NaN, and gradients. */
function rowsOf(count: number, width: number) {
  const draws = random({ seed: 6 });
  const bins = Uint8Array.from({ length: count * width }, (_, k) => (k % 5 === 0 ? 255 : draws.below(255)));
  return { binned: { bins, width }, gradients: Float32Array.from({ length: count }, () => draws.normal()) };
}

/** What two trees make of every third row: sums of all nodes, the sides' sizes, and the rows. */
function grownOn(job: TreeJob, width: number, gradients: Float32Array): number[][] {
  const trees = [gradients, gradients.map((gradient) => gradient * 2)].map((ofTree) => {
    const rows = Int32Array.from({ length: Math.ceil(ofTree.length / 3) }, (_, k) => 3 * k);
    const nodes = job.run(rows, ofTree, ({ fill, split }) => {
      const histograms = [0, 1, 2].map(() => new Float64Array(512 * width).fill(7));
      fill(0, rows.length, histograms[0]!);
      const middle = split(0, rows.length, { feature: 0, lastBin: 100, nanLeft: 0 });
      fill(0, middle, histograms[1]!);
      const last = split(middle, rows.length, { feature: width - 1, lastBin: 200, nanLeft: 1 });
      fill(middle, last, histograms[2]!);
      return [[middle, last], ...histograms.map((histogram) => [...histogram])];
    });
    return [[...rows], ...nodes];
  });
  job.close();
  return trees.flat();
}

describe.each(runtimes)("tree kernels in WebAssembly on $threads threads", (runtime) => {
  test.each([
    [1, 1],
    [2, 3],
    [191, 13],
    [193, 16],
    [700, 17],
    [50_001, 33],
    [160_001, 2],
  ])("have the bits of the plain ones for %i rows of %i features", (count, width) => {
    const { binned, gradients } = rowsOf(count, width);
    const expected = grownOn(openTreeJob(binned), width, gradients);
    expect(grownOn(openTreeJobOn(runtime)(binned), width, gradients)).toEqual(expected);
  });
});

test("a helper that is killed costs time, and no digit", () => {
  const startHelper = () => strayHelper("process.exit(1);");
  const runtime = new Runtime({ threads: 2, relaxedSimd: false, patience: 300, startHelper });
  const { binned, gradients } = rowsOf(180_000, 3);
  const expected = grownOn(openTreeJob(binned), 3, gradients);
  expect(grownOn(openTreeJobOn(runtime)(binned), 3, gradients)).toEqual(expected);
});

test("few rows are left to the plain kernels, and so are jobs without memory", () => {
  const { runtime, opened } = countingRuntime();
  const open = openTreeJobOn(runtime);
  open(rowsOf(1000, 3).binned).close();
  expect(opened()).toBe(0);
  open(rowsOf(10_000, 3).binned).close();
  expect(opened()).toBe(1);
  runtime.open = () => undefined;
  const { binned, gradients } = rowsOf(10_000, 3);
  const expected = grownOn(openTreeJob(binned), 3, gradients);
  expect(grownOn(open(binned), 3, gradients)).toEqual(expected);
});
