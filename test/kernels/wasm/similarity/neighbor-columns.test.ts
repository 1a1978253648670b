import { expect, test } from "vitest";
import { MemoryPlan } from "../../../../src/kernels/wasm/memory-plan.js";
import { NeighborColumns } from "../../../../src/kernels/wasm/similarity/neighbor-columns.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { runtimes } from "../on-threads.js";

test("columns have their raters in order, and residuals", () => {
  const ratings = {
    similarities: CsrMatrix.fromRows({
      starts: Int32Array.of(0, 0, 0),
      indices: new Int32Array(0),
      values: new Float64Array(0),
      columnCount: 2,
    }),
    columns: CsrMatrix.fromRows({
      starts: Int32Array.of(0, 1, 1, 3),
      indices: Int32Array.of(0, 1, 0),
      values: Float64Array.of(5, 4, 3),
      columnCount: 2,
    }),
    rowOffsets: Float64Array.of(1, 2),
    rowScales: Float64Array.of(1, 1),
    columnOffsets: Float64Array.of(0.5, 0, -0.5),
  };
  const plan = new MemoryPlan();
  const columns = new NeighborColumns(plan, ratings, 2, 3);
  const session = runtimes[0]!.open(plan)!;
  for (const [asked, starts, raters, residuals, offsets] of [
    [
      [2, 0],
      [0, 2, 3],
      [1, 0, 0],
      [2.5, 2.5, 3.5],
      [-0.5, 0.5],
    ],
    [[1], [0, 0], [], [], [0]],
  ] as const) {
    const placed = columns.put(session, Int32Array.from(asked));
    expect([...placed.starts]).toEqual(starts);
    expect([...placed.raters.subarray(0, raters.length)]).toEqual(raters);
    expect([...session.float64(columns.residuals, residuals.length)]).toEqual(residuals);
    expect([...session.float64(columns.offsets, offsets.length)]).toEqual(offsets);
  }
});
