import { expect, test } from "vitest";
import { scaleColumns } from "../../src/sparse/scale-columns.js";
import { sparse, tableOf } from "./matrices.js";

test("each value is multiplied by the number of its column, in a copy", () => {
  const table = [
    [0, 5, 7],
    [1, 0, 2],
  ];
  const matrix = sparse(table);
  expect(tableOf(scaleColumns(matrix, Float64Array.of(2, 3, 10)))).toEqual([
    [0, 15, 70],
    [2, 0, 20],
  ]);
  expect(tableOf(matrix)).toEqual(table);
});
