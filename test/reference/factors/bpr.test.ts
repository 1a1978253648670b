import { expect, test } from "vitest";
import { bprPairCost, bprStep } from "../../../src/reference/factors/bpr.js";

const user = [1, 2];

test("the cost of a pair is the one worked out on paper", () => {
  // Scores: 0.5 + 3 − 2 = 1.5 and 1.5 + 0 + 0 = 1.5, so that σ(0) = ½.
  const rated = { bias: 0.5, factors: [3, -1] };
  const negative = { bias: 1.5, factors: [0, 0] };
  expect(bprPairCost({ user, rated, negative }, 0)).toBeCloseTo(Math.log(2), 15);
  const squares = 1 + 4 + 0.25 + 9 + 1 + 2.25;
  expect(bprPairCost({ user, rated, negative }, 0.2)).toBeCloseTo(Math.log(2) + 0.1 * squares, 14);
});

test("is lower the more the rated item's score exceeds that of the negative", () => {
  const cost = (bias: number) =>
    bprPairCost({ user, rated: { bias, factors: [0, 0] }, negative: { bias: 0, factors: [0, 0] } }, 0);
  expect(cost(1)).toBeCloseTo(-Math.log(1 / (1 + Math.exp(-1))), 15);
  expect(cost(2)).toBeLessThan(cost(1));
  expect(cost(-1)).toBeGreaterThan(cost(0));
});

test("a step changes biases and factors as worked out on paper", () => {
  // The scores are equal, so g = ½; γ = 0.1 and λ = 0.2.
  const model = {
    itemBiases: [0.5, 1.5],
    userFactors: [[1, 2]],
    itemFactors: [
      [3, -1],
      [0, 0],
    ],
  };
  bprStep(model, { user: 0, rated: 0, negative: 1 }, { learningRate: 0.1, regularization: 0.2 });
  const expected = {
    itemBiases: [0.5 + 0.1 * (0.5 - 0.1), 1.5 - 0.1 * (0.5 + 0.3)],
    userFactors: [[1 + 0.1 * (1.5 - 0.2), 2 + 0.1 * (-0.5 - 0.4)]],
    itemFactors: [
      [3 + 0.1 * (0.5 - 0.6), -1 + 0.1 * (1 + 0.2)],
      [-0.1 * 0.5, -0.1],
    ],
  };
  for (const name of ["itemBiases", "userFactors", "itemFactors"] as const)
    for (const [k, value] of model[name].flat().entries())
      expect(value).toBeCloseTo(expected[name].flat()[k]!, 15);
});

test("a step without biases leaves them as they are", () => {
  const model = { itemBiases: [0.5, 1.5], userFactors: [[1]], itemFactors: [[3], [0]] };
  const step = { learningRate: 0.1, regularization: 0.2, biased: false };
  bprStep(model, { user: 0, rated: 0, negative: 1 }, step);
  expect(model.itemBiases).toEqual([0.5, 1.5]);
  expect(model.userFactors[0]![0]).not.toBe(1);
});
