import { expect, test } from "vitest";
import { factorScores } from "../../../src/reference/factors/factor-scores.js";

test("adds mean, biases and the product of the factors, as worked out on paper", () => {
  const model = {
    mean: 3,
    userBiases: [0, 0.5],
    itemBiases: [-1, 0],
    userFactors: [
      [9, 9],
      [1, 2],
    ],
    itemFactors: [
      [3, 0.5],
      [-2, 1],
    ],
  };
  // 3 + 0.5 − 1 + 3 + 1 and 3 + 0.5 + 0 − 2 + 2.
  expect(factorScores(model, 1)).toEqual([6.5, 3.5]);
});
