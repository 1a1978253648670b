import { expect, test } from "vitest";
import { openTreeJob } from "../../../src/kernels/trees/tree-job.js";

test("counts and partitions the rows of a tree by their bins", () => {
  // Bins 3, 1, 255 of the only feature.
  const job = openTreeJob({ bins: Uint8Array.of(3, 1, 255), width: 1 });
  const rows = Int32Array.of(0, 1, 2);
  const histogram = new Float64Array(512);
  const middle = job.run(rows, Float32Array.of(0.5, 2, -1), ({ fill, split }) => {
    fill(0, 2, histogram);
    return split(0, 3, { feature: 0, lastBin: 1, nanLeft: 1 });
  });
  expect([...histogram.subarray(2, 8)]).toEqual([2, 1, 0, 0, 0.5, 1]);
  expect(histogram.reduce((sum, value) => sum + value, 0)).toBe(4.5);
  expect([middle, ...rows]).toEqual([2, 1, 2, 0]);
  job.close();
});
