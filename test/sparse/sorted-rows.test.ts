import { expect, test } from "vitest";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";
import { sortedRows } from "../../src/sparse/sorted-rows.js";

test("columns ascend within each row, with their values", () => {
  const matrix = CsrMatrix.fromRows({
    starts: Int32Array.of(0, 3, 3, 5),
    indices: Int32Array.of(4, 0, 2, 3, 1),
    values: Float64Array.of(1, 2, 3, 4, 5),
    columnCount: 5,
  });
  const sorted = sortedRows(matrix);
  expect([...sorted.starts]).toEqual([0, 3, 3, 5]);
  expect([...sorted.indices]).toEqual([0, 2, 4, 1, 3]);
  expect([...sorted.values]).toEqual([2, 3, 1, 5, 4]);
  expect(sorted.columnCount).toBe(5);
});
