import { expect, test } from "vitest";
import { rowSquares } from "../../src/sparse/row-squares.js";
import { sparse } from "./matrices.js";

test("the sum of squares of each row, 0 for a row without entries", () => {
  const table = [
    [3, 0, -4],
    [0, 0, 0],
    [2, 0, 0],
  ];
  expect([...rowSquares(sparse(table))]).toEqual([25, 0, 4]);
});
