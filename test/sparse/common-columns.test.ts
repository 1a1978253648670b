import { expect, test } from "vitest";
import { commonColumns } from "../../src/sparse/common-columns.js";
import { sparse } from "./matrices.js";

test("the columns that two rows share are counted", () => {
  const matrix = sparse([
    [1, 0, 2, 3],
    [4, 5, 0, 6],
    [0, 7, 0, 0],
  ]);
  expect(commonColumns(matrix, 0, 1)).toBe(2);
  expect(commonColumns(matrix, 0, 2)).toBe(0);
  expect(commonColumns(matrix, 1, 1)).toBe(3);
});
