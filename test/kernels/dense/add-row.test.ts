import { expect, test } from "vitest";
import { addRow } from "../../../src/kernels/dense/add-row.js";

test("addRow adds a row times a number, and leaves the rows as they are", () => {
  const rows = Float64Array.of(1, 2, 3, 4, 5, 6);
  const into = Float64Array.of(10, 20);
  addRow(rows, 2, -2, into); // (10, 20) − 2 × (3, 4)
  expect([...into]).toEqual([4, 12]);
  expect([...rows]).toEqual([1, 2, 3, 4, 5, 6]);
});
