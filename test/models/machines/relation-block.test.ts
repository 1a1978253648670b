import { expect, test } from "vitest";
import { CASES, OWN, ROW_WIDTH } from "../../../src/kernels/machines/block-rows.js";
import { blockRows, clearProducts, columnsOfGroups } from "../../../src/models/machines/relation-block.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

test("columnsOfGroups has a row for each column, by group", () => {
  const features = sparse([
    [1, 0, 2],
    [0, 3, 4],
  ]);
  const groups = [
    { name: "a", size: 1 },
    { name: "b", size: 2 },
  ];
  expect(columnsOfGroups({ features, groups }).map(tableOf)).toEqual([
    [[1, 0]],
    [
      [0, 3],
      [2, 4],
    ],
  ]);
});

test("blockRows counts the ratings of each row; clearProducts clears only Σ v x", () => {
  const rows = blockRows(3, Int32Array.of(2, 0, 2));
  expect([0, 1, 2].map((row) => rows[row * ROW_WIDTH + CASES])).toEqual([1, 0, 2]);
  rows[ROW_WIDTH + OWN] = 5;
  clearProducts(rows);
  expect([...rows].filter((value) => value !== 0)).toEqual([1, 2]);
});
