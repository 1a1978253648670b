import { expect, test } from "vitest";
import { keptRows } from "../../../src/kernels/similarity/kept-rows.js";

const ROWS = [
  [0, -3, 2, 1],
  [1, 1, 0, 1],
  [0, 0, 0, 0],
  [5, 0, 0, 0],
];
const fill = (row: number, into: Float64Array) => into.set(ROWS[row]!);
const silent = () => {};

test("keptRows stores the numbers farthest from 0, of equal ones the first, and never 0", () => {
  const { starts, indices, values } = keptRows(4, 2, fill, silent);
  expect([...starts]).toEqual([0, 2, 4, 4, 5]);
  expect([...indices]).toEqual([1, 2, 0, 1, 0]);
  expect([...values]).toEqual([-3, 2, 1, 1, 5]);
});

test("keptRows stores all where all may be kept, and tells how far it is", () => {
  const seen: number[] = [];
  const { indices } = keptRows(4, Number.POSITIVE_INFINITY, fill, (row) => seen.push(row));
  expect([...indices]).toEqual([1, 2, 3, 0, 1, 3, 0]);
  expect(seen).toEqual([0, 4]);
});
