import { expect, test } from "vitest";
import { historyBlock } from "../../../src/models/machines/history-block.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

test("historyBlock has ids and histories, each item as n^-1/2", () => {
  const ratings = sparse([
    [5, 0, 3],
    [0, 4, 0],
  ]);
  const { features, groups } = historyBlock(ratings, "user");
  const x = 1 / Math.sqrt(2);
  expect(tableOf(features)).toEqual([
    [1, 0, x, 0, x],
    [0, 1, 0, 1, 0],
  ]);
  expect(groups).toEqual([
    { name: "user", size: 2 },
    { name: "user's history", size: 3 },
  ]);
});

test("historyBlock has an id and no history for further rows", () => {
  const { features, groups } = historyBlock(sparse([[4, 4]]), "item", 2);
  const x = 1 / Math.sqrt(2);
  expect(tableOf(features)).toEqual([
    [1, 0, x, x],
    [0, 1, 0, 0],
  ]);
  expect(groups.map(({ size }) => size)).toEqual([2, 2]);
});
