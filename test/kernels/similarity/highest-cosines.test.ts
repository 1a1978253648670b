import { expect, test } from "vitest";
import { highestCosines } from "../../../src/kernels/similarity/highest-cosines.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

test("by hand: of each row the cosine of highest value, of equal ones the first", () => {
  const rows: number[] = [];
  const matrix = sparse([
    [3, 4],
    [0, 2],
    [0, 5],
    [4, 3],
  ]);
  const found = highestCosines(matrix, 1, (row) => rows.push(row));
  expect(tableOf(found).map((line) => line.map((value) => Number(value.toFixed(12))))).toEqual([
    [0, 0, 0, 0.96],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [0.96, 0, 0, 0],
  ]);
  expect(rows).toEqual([0, 4]);
});
