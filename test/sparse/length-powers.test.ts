import { expect, test } from "vitest";
import { lengthPowers } from "../../src/sparse/length-powers.js";
import { sparse } from "./matrices.js";

test("each row's length over their mean, to a power; a row without entries counts as one of length 1", () => {
  const table = [
    [3, 1, 4, 1],
    [0, 0, 0, 0],
    [2, 7, 0, 0],
  ];
  expect([...lengthPowers(sparse(table), -1)]).toEqual([0.5, 2, 1]);
  expect([...lengthPowers(sparse(table), 0)]).toEqual([1, 1, 1]);
});
