import { expect, test } from "vitest";
import { rowMeans } from "../../src/sparse/row-means.js";
import { sparse } from "./matrices.js";

test("the mean of the entries of each row, NaN for a row without any", () => {
  const table = [
    [3, 0, 4],
    [0, 0, 0],
    [2, 0, 0],
  ];
  expect([...rowMeans(sparse(table))]).toEqual([3.5, Number.NaN, 2]);
});
