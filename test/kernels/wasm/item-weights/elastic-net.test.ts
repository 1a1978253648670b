import { expect, test } from "vitest";
import { elasticNet } from "../../../../src/kernels/item-weights/elastic-net.js";
import { elasticNetOn } from "../../../../src/kernels/wasm/item-weights/elastic-net.js";
import { simulateRatings } from "../../../../src/ratings/simulation/simulator.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { rowSquares } from "../../../../src/sparse/row-squares.js";
import { sparse } from "../../../sparse/matrices.js";
import { countingRuntime, runtimes } from "../on-threads.js";

type Solve = typeof elasticNet;

/** Weights of all columns to some targets, and the residuals that they leave. */
function solved(solve: Solve, matrix: Parameters<Solve>[0], targets: readonly number[], positiveOnly: 0 | 1) {
  const squares = rowSquares(matrix);
  return targets.map((target) => {
    const residual = new Float64Array(matrix.columnCount);
    for (let k = matrix.starts[target]!; k < matrix.starts[target + 1]!; k++)
      residual[matrix.indices[k]!] = matrix.values[k]!;
    const weights = new Float64Array(matrix.rowCount);
    const others = Int32Array.from(weights.keys()).filter((column) => column !== target);
    const limits = { iterations: 30, tolerance: 1e-5 };
    solve(matrix, squares, others, { l1: 0.3, l2: 2, positiveOnly }, limits, residual, weights);
    return [...weights, ...residual];
  });
}

test.each([0, 1] as const)(
  "the elastic net has the bits of the plain kernel, positive only: %i",
  (positiveOnly) => {
    const { byItem } = simulateRatings({ users: 61, items: 47, count: 900, seed: 3 });
    const columns = [
      [0, 0, 0, 0, 0],
      [1, 0, -2, 0.5, 3],
      [0, 0, 1, 0, 0],
      [1, 2, 0, 0, -1],
    ];
    for (const [matrix, targets] of [
      [byItem, [0, 3, 46]],
      [sparse(columns), [0, 1, 2, 3]],
      [CsrMatrix.fromRows({ ...byItem, values: byItem.values.map(() => 1) }), [0, 3, 46]],
    ] as const) {
      const expected = solved(elasticNet, matrix, targets, positiveOnly);
      expect(solved(elasticNetOn(runtimes[0]!), matrix, targets, positiveOnly)).toEqual(expected);
    }
  },
);

test("few entries are left to the plain kernel, and a matrix is copied once", () => {
  const { runtime, opened } = countingRuntime();
  const solve = elasticNetOn(runtime);
  const { byItem: small } = simulateRatings({ users: 30, items: 20, count: 200, seed: 3 });
  expect(solved(solve, small, [1], 1)).toEqual(solved(elasticNet, small, [1], 1));
  expect(opened()).toBe(0);
  const { byItem } = simulateRatings({ users: 300, items: 90, count: 6000, seed: 3 });
  expect(solved(solve, byItem, [0, 1, 2], 1)).toEqual(solved(elasticNet, byItem, [0, 1, 2], 1));
  expect(opened()).toBe(1);
  runtime.open = () => undefined;
  expect(solved(solve, byItem, [5], 1)).toEqual(solved(elasticNet, byItem, [5], 1));
});
