import { expect, test } from "vitest";
import { subtractOffsets } from "../../src/sparse/subtract-offsets.js";
import { sparse, tableOf } from "./matrices.js";

test("each value loses the numbers of its row and column, in a copy", () => {
  const table = [
    [0, 5, 7],
    [1, 0, 2],
  ];
  const matrix = sparse(table);
  const residuals = subtractOffsets(matrix, Float64Array.of(1, 10), Float64Array.of(100, 200, 300));
  expect(tableOf(residuals)).toEqual([
    [0, -196, -294],
    [-109, 0, -308],
  ]);
  expect(tableOf(matrix)).toEqual(table);
});
