import { expect, test } from "vitest";
import { OWN, ROW_WIDTH } from "../../../src/kernels/machines/block-rows.js";
import { addProducts, addToTotals } from "../../../src/kernels/machines/row-products.js";
import { sparse } from "../../sparse/matrices.js";

test("addProducts and addToTotals sum value × entry over a rating's columns, by hand", () => {
  const rows = new Float64Array(2 * ROW_WIDTH);
  // Two columns with entries in two rows.
  addProducts(
    sparse([
      [1, 0],
      [2, 3],
    ]),
    Float64Array.of(10, 100),
    rows,
  );
  expect([rows[OWN], rows[ROW_WIDTH + OWN]]).toEqual([210, 300]);
  const totals = Float64Array.of(1, 1, 1);
  addToTotals(Int32Array.of(1, 0, 1), rows, totals);
  expect([...totals]).toEqual([301, 211, 301]);
});
