import { expect, test } from "vitest";
import { pairsByRow } from "../../src/ratings/pairs-by-row.js";

test("pairs come row by row, unknown rows first, in their order within a row", () => {
  expect([...pairsByRow(Int32Array.of(2, 0, -1, 2, 0, -1), 4)]).toEqual([2, 5, 1, 4, 0, 3]);
});

test("no pairs have no positions", () => {
  expect([...pairsByRow(new Int32Array(0), 3)]).toEqual([]);
});
