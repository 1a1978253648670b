import { expect, test } from "vitest";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";
import { rowPositions } from "../../src/sparse/row-positions.js";

function grouped(...rows: number[]): CsrMatrix {
  return CsrMatrix.fromTriplets({
    rowCount: 3,
    columnCount: rows.length,
    rows: Int32Array.from(rows),
    columns: Int32Array.from(rows.keys()),
    values: new Float64Array(rows.length),
  });
}

test.each([
  ["in another order than the matrix", grouped(2, 0, 2, 0), [[1, 3], [], [0, 2]]],
  ["in the order of the matrix", grouped(0, 0, 2, 2), [[0, 1], [], [2, 3]]],
])("each row's entries are told by their place in an input %s", (_, matrix, expected) => {
  expect([0, 1, 2].map((row) => [...rowPositions(matrix, row)])).toEqual(expected);
});

test("the array is the caller's: writing to it leaves the matrix as it is", () => {
  const matrix = grouped(2, 0, 2, 0);
  rowPositions(matrix, 0).fill(9);
  expect([...rowPositions(matrix, 0)]).toEqual([1, 3]);
});
