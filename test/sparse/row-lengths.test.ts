import { expect, test } from "vitest";
import { rowLengths } from "../../src/sparse/row-lengths.js";
import { sparse } from "./matrices.js";

test("the number of entries of each row", () => {
  const table = [
    [3, 0, 4],
    [0, 0, 0],
    [2, 0, 0],
  ];
  expect([...rowLengths(sparse(table))]).toEqual([2, 0, 1]);
});
