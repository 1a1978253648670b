import fc from "fast-check";
import { expect, test } from "vitest";
import { rowOf } from "../../src/sparse/row-of.js";
import { sparse, tables } from "./matrices.js";

const matrix = sparse([
  [0, 5, 7],
  [0, 0, 0],
  [1, 0, 0],
]);

test("the entries of each row are its columns and values", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const made = sparse(table);
      for (const [row, line] of table.entries()) {
        const { indices, values } = rowOf(made, row);
        const filled = [...line.entries()].filter(([, value]) => value !== 0);
        expect([...indices].map((column, k) => [column, values[k]])).toEqual(filled);
      }
    }),
  );
});

test("they are views: a write reaches the matrix", () => {
  const { indices, values } = rowOf(matrix, 2);
  expect(indices.buffer).toBe(matrix.indices.buffer);
  expect(values.buffer).toBe(matrix.values.buffer);
});

test.each([-1, 3, 4, 100])("row %i of three has no entries", (row) => {
  const { indices, values } = rowOf(matrix, row);
  expect([indices.length, values.length]).toEqual([0, 0]);
});
