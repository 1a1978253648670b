import fc from "fast-check";
import { expect, test } from "vitest";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";
import { transpose } from "../../src/sparse/transpose.js";
import { sparse, tableOf, tables } from "./matrices.js";

const transposed = (table: readonly (readonly number[])[]) =>
  table[0]!.map((_, column) => table.map((line) => line[column]!));

test("the transpose has the columns as rows", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const matrix = transpose(sparse(table));
      expect(tableOf(matrix)).toEqual(transposed(table));
      expect([matrix.rowCount, matrix.columnCount]).toEqual([table[0]!.length, table.length]);
    }),
  );
});

test("rows that are not kept are left out, and the others keep their index", () => {
  fc.assert(
    fc.property(tables, fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }), (table, isKept) => {
      const matrix = transpose(sparse(table), { isKept: Uint8Array.from(isKept) });
      const kept = table.map((line, row) => line.map((value) => (isKept[row] === 1 ? value : 0)));
      expect(tableOf(matrix)).toEqual(transposed(kept));
    }),
  );
});

test("columns of the transpose ascend, also where those of the matrix do not", () => {
  const matrix = CsrMatrix.fromRows({
    starts: Int32Array.of(0, 2, 4),
    indices: Int32Array.of(2, 0, 0, 2),
    values: Float64Array.of(1, 2, 3, 4),
    columnCount: 3,
  });
  const { starts, indices, values } = transpose(matrix);
  expect([[...starts], [...indices], [...values]]).toEqual([
    [0, 2, 2, 4],
    [0, 1, 0, 1],
    [2, 3, 1, 4],
  ]);
});
