import { expect, test } from "vitest";
import { rankWeight, warpPairCost, warpStep } from "../../../src/reference/factors/warp.js";

test("the weight of a rank is 1 + ½ + … + 1 / rank", () => {
  expect([0, 1, 2, 4].map(rankWeight)).toEqual([0, 1, 1.5, 1 + 1 / 2 + 1 / 3 + 1 / 4]);
});

test("the cost of a pair is the one worked out on paper", () => {
  // Scores: 0.5 + 3 − 2 = 1.5 and 1 + 0 + 0 = 1: the margin of 1 lacks 0.5.
  const user = [1, 2];
  const rated = { bias: 0.5, factors: [3, -1] };
  const negative = { bias: 1, factors: [0, 0] };
  expect(warpPairCost({ user, rated, negative }, 1.5, 0)).toBe(0.75);
  const squares = 1 + 4 + 0.25 + 9 + 1 + 1;
  expect(warpPairCost({ user, rated, negative }, 1.5, 0.2)).toBeCloseTo(0.75 + 0.1 * squares, 14);
  expect(warpPairCost({ user, rated, negative: { bias: 0.5, factors: [0, 0] } }, 1.5, 0)).toBe(0);
});

test("a step changes biases and factors as worked out on paper", () => {
  const model = {
    itemBiases: [0.5, 1, -9],
    userFactors: [[1, 2]],
    itemFactors: [
      [3, -1],
      [0, 0],
      [1, 1],
    ],
  };
  // Item 2 does not violate the margin, item 1 does: 2 draws of 4 unrated items, rank 2, g = 1.5.
  const draws = [2, 1];
  const sample = { user: 0, rated: 0, draw: () => draws.shift()!, unratedCount: 4 };
  warpStep(model, sample, { learningRate: 0.1, regularization: 0.2, trials: 9 });
  const expected = {
    itemBiases: [0.5 + 0.1 * (1.5 - 0.1), 1 - 0.1 * (1.5 + 0.2), -9],
    userFactors: [[1 + 0.1 * (1.5 * 3 - 0.2), 2 + 0.1 * (-1.5 - 0.4)]],
    itemFactors: [
      [3 + 0.1 * (1.5 - 0.6), -1 + 0.1 * (3 + 0.2)],
      [-0.1 * 1.5, -0.1 * 3],
      [1, 1],
    ],
  };
  for (const name of ["itemBiases", "userFactors", "itemFactors"] as const)
    for (const [k, value] of model[name].flat().entries())
      expect(value).toBeCloseTo(expected[name].flat()[k]!, 14);
});

test("a step lowers the cost of the pair by its gradient, penalties included", () => {
  const model = { itemBiases: [0, 0.5], userFactors: [[1]], itemFactors: [[2], [3]] };
  const step = { learningRate: 0.5, regularization: 0.25, trials: 1 };
  warpStep(model, { user: 0, rated: 0, draw: () => 1, unratedCount: 1 }, step);
  // γ = ½, λ = ¼ and g = 1: p = 1 + ½ (2 − 3 − ¼), q = 2 + ½ (1 − ½), r = 3 − ½ (1 + ¾).
  expect(model.userFactors).toEqual([[0.375]]);
  expect(model.itemFactors).toEqual([[2.25], [2.125]]);
  expect(model.itemBiases).toEqual([0.5, 0.5 - 0.5 * (1 + 0.125)]);
});

test("a step without biases leaves them, and one without a violation changes nothing", () => {
  const model = { itemBiases: [0, 0], userFactors: [[1]], itemFactors: [[0], [0.5]] };
  const sample = { user: 0, rated: 0, draw: () => 1, unratedCount: 1 };
  const step = { learningRate: 0.1, regularization: 0, trials: 1, biased: false };
  warpStep(model, sample, step);
  expect(model).toEqual({ itemBiases: [0, 0], userFactors: [[0.95]], itemFactors: [[0.1], [0.4]] });
  const far = { itemBiases: [2, 0], userFactors: [[1]], itemFactors: [[0], [0.5]] };
  warpStep(far, sample, { ...step, biased: true });
  expect(far).toEqual({ itemBiases: [2, 0], userFactors: [[1]], itemFactors: [[0], [0.5]] });
});
