import { expect, test } from "vitest";
import { rowNorms } from "../../src/sparse/row-norms.js";
import { sparse } from "./matrices.js";

test("the length of each row, 0 for a row without entries", () => {
  const table = [
    [3, 0, -4],
    [0, 0, 0],
    [2, 0, 0],
  ];
  expect([...rowNorms(sparse(table))]).toEqual([5, 0, 2]);
});
