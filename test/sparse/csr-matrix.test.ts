import fc from "fast-check";
import { expect, test } from "vitest";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";

const rows = Int32Array.of(2, 0, 2, 0);
const columns = Int32Array.of(1, 1, 0, 0);
const values = Float64Array.of(10, 20, 30, 40);

test("entries are grouped by row, in the order of the input, and empty rows are empty", () => {
  const matrix = CsrMatrix.fromTriplets({ rowCount: 3, columnCount: 2, rows, columns, values });
  expect([...matrix.starts]).toEqual([0, 2, 2, 4]);
  expect([...matrix.indices]).toEqual([1, 0, 1, 0]);
  expect([...matrix.values]).toEqual([20, 40, 10, 30]);
  expect([0, 1, 2].map((row) => matrix.rowLength(row))).toEqual([2, 0, 2]);
  expect([0, 1, 2, 3].map((entry) => matrix.inputPosition(entry))).toEqual([1, 3, 0, 2]);
});

test("input that is grouped by row is shared, not copied", () => {
  const matrix = CsrMatrix.fromTriplets({
    rowCount: 3,
    columnCount: 2,
    rows: rows.slice().sort(),
    columns,
    values,
  });
  expect(matrix.indices).toBe(columns);
  expect(matrix.values).toBe(values);
  expect(matrix.inputPosition(3)).toBe(3);
});

test("the order is that of a stable sort by row", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 40 }), (random) => {
      const positions = random.map((_, position) => position);
      const matrix = CsrMatrix.fromTriplets({
        rowCount: 7,
        columnCount: 40,
        rows: Int32Array.from(random),
        columns: Int32Array.from(positions),
        values: Float64Array.from(positions),
      });
      expect([...matrix.indices]).toEqual(positions.toSorted((a, b) => random[a]! - random[b]! || a - b));
      expect([...matrix.values]).toEqual([...matrix.indices]);
    }),
  );
});

test("arrays by row are shared, and the matrix has a row for all but the last of its starts", () => {
  const arrays = {
    starts: Int32Array.of(0, 2, 2, 3),
    indices: Int32Array.of(4, 1, 0),
    values: Float64Array.of(7, 8, 9),
    columnCount: 5,
  };
  const matrix = CsrMatrix.fromRows(arrays);
  expect(matrix.starts).toBe(arrays.starts);
  expect(matrix.indices).toBe(arrays.indices);
  expect(matrix.values).toBe(arrays.values);
  expect([matrix.rowCount, matrix.columnCount, matrix.count]).toEqual([3, 5, 3]);
  expect([0, 1, 2].map((entry) => matrix.inputPosition(entry))).toEqual([0, 1, 2]);
});

test("other values for the same entries leave their input positions as they are", () => {
  const matrix = CsrMatrix.fromTriplets({ rowCount: 3, columnCount: 2, rows, columns, values });
  const other = CsrMatrix.fromRows({ ...matrix, values: Float64Array.of(1, 2, 3, 4) });
  expect([...other.values]).toEqual([1, 2, 3, 4]);
  expect([0, 1, 2, 3].map((entry) => other.inputPosition(entry))).toEqual([1, 3, 0, 2]);
  expect([other.rowCount, other.columnCount]).toEqual([3, 2]);
});
