import { expect, test } from "vitest";
import { itemWeightScores } from "../../src/reference/item-weight-scores.js";

test("adds value × weight up over the user's other items, NaN where no weight leads", () => {
  const none = Number.NaN;
  const weights = [
    [none, 2, none],
    [4, none, none],
    [0.5, 3, none],
  ];
  const userItems = [
    { item: 0, value: 1 },
    { item: 2, value: 10 },
  ];
  expect(itemWeightScores(weights, userItems)).toEqual([5, 32, none]);
  expect(itemWeightScores(weights, [])).toEqual([none, none, none]);
});
