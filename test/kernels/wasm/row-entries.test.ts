import { expect, test } from "vitest";
import { entriesOf, mostEntries } from "../../../src/kernels/wasm/row-entries.js";
import { sparse } from "../../sparse/matrices.js";

const matrix = sparse([
  [1, 0, 0],
  [1, 1, 1],
  [0, 0, 0],
  [1, 0, 1],
]);

test("mostEntries adds the lengths of the longest rows", () => {
  expect([0, 1, 2, 3, 4, 9].map((rows) => mostEntries(matrix, rows))).toEqual([0, 3, 5, 6, 6, 6]);
});

test("entriesOf adds the lengths of the given rows, of one that is given twice too", () => {
  expect(entriesOf(matrix, Int32Array.of(3, 0))).toBe(3);
  expect(entriesOf(matrix, Int32Array.of(1, 1, 2))).toBe(6);
  expect(entriesOf(matrix, new Int32Array(0))).toBe(0);
});
