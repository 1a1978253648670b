import { expect, test } from "vitest";
import { oneRow } from "../../src/sparse/one-row.js";
import { tableOf } from "./matrices.js";

test("a matrix of one row has its entries and shares its arrays", () => {
  const row = { indices: Int32Array.of(3, 1), values: Float64Array.of(7, 8) };
  const matrix = oneRow(row, 5);
  expect(tableOf(matrix)).toEqual([[0, 8, 0, 7, 0]]);
  expect(matrix.indices).toBe(row.indices);
  expect(matrix.values).toBe(row.values);
});
