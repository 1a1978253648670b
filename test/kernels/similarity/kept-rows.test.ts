import fc from "fast-check";
import { expect, test } from "vitest";
import { keptRows } from "../../../src/kernels/similarity/kept-rows.js";
import { keptWeights } from "../../../src/reference/kept-entries.js";
import { tableOf } from "../../sparse/matrices.js";

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

test("keptRows keeps what the reference keeps, and stores no 0", () => {
  const weight = fc.constantFrom(0, 0, 0.5, -0.5, 1, -2);
  const square = fc.integer({ min: 1, max: 8 }).chain((size) => {
    const line = fc.array(weight, { minLength: size, maxLength: size });
    return fc.array(line, { minLength: size, maxLength: size });
  });
  fc.assert(
    fc.property(square, fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY), (table, keep) => {
      const kept = keptRows(table.length, keep, (row, into) => into.set(table[row]!), silent);
      expect(tableOf(kept)).toEqual(keptWeights(table, keep));
      expect([...kept.values]).not.toContain(0);
    }),
    { seed: 1, numRuns: 200 },
  );
});
