import { expect, test } from "vitest";
import { CASES, OWN, ROW_WIDTH } from "../../../src/kernels/machines/block-rows.js";
import { blockRows, clearProducts } from "../../../src/models/machines/relation-block.js";

test("blockRows counts the ratings of each row; clearProducts clears only Σ v x", () => {
  const rows = blockRows(3, Int32Array.of(2, 0, 2));
  expect([0, 1, 2].map((row) => rows[row * ROW_WIDTH + CASES])).toEqual([1, 0, 2]);
  rows[ROW_WIDTH + OWN] = 5;
  clearProducts(rows);
  expect([...rows].filter((value) => value !== 0)).toEqual([1, 2]);
});
