import { expect, test } from "vitest";
import { clearRow, denseRow } from "../../src/sparse/dense-row.js";
import { sparse } from "./matrices.js";

const matrix = sparse([
  [0, 5, 7],
  [1, 0, 0],
]);

test("a row without an array to write into is NaN where it has no entry", () => {
  expect([...denseRow(matrix, 0)]).toEqual([Number.NaN, 5, 7]);
  expect([...denseRow(matrix, 1)]).toEqual([1, Number.NaN, Number.NaN]);
});

test("other columns of the array stay as they are, and the array is returned", () => {
  const into = Float64Array.of(10, 20, 30);
  expect(denseRow(matrix, 1, into)).toBe(into);
  expect([...into]).toEqual([1, 20, 30]);
});

test("clearRow writes NaN at the columns of a row, and nowhere else", () => {
  const into = Float64Array.of(10, 20, 30);
  clearRow(matrix, 0, into);
  expect([...into]).toEqual([10, Number.NaN, Number.NaN]);
});
