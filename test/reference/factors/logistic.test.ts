import { expect, test } from "vitest";
import { logisticCost, logisticStep } from "../../../src/reference/factors/logistic.js";

/** The scores are 0 + 0 + 1 × 2 − 2 = 0 of the rated item, and ln 3 of the other. */
const row = () => ({
  own: { bias: 0, factors: [1] },
  others: [
    { bias: -2, factors: [2] },
    { bias: Math.log(3), factors: [0] },
  ],
  confidences: [3, 0],
});

test("the cost of a user is the one worked out on paper", () => {
  // 4 ln 2 of the rated item, whose probability is ½; ln 4 of the other, whose probability is ¾.
  expect(logisticCost(row(), 0)).toBeCloseTo(4 * Math.log(2) + Math.log(4), 14);
  expect(logisticCost(row(), 0.5)).toBeCloseTo(6 * Math.log(2) + 0.25, 14);
});

test("a step moves factors and bias as worked out on paper", () => {
  // Slopes 4 × ½ − 3 = −1 and ¾: the gradient of the factor is −2 + 0.5, that of the bias −0.25.
  const given = row();
  const squares = [1.75, 0];
  logisticStep(given, squares, { learningRate: 0.2, regularization: 0.5 });
  expect(squares[0]).toBeCloseTo(1.75 + 2.25, 14);
  expect(squares[1]).toBeCloseTo(0.0625, 14);
  expect(given.own.factors[0]).toBeCloseTo(1 + (0.2 * 1.5) / 2, 14);
  // The first step of a number is learningRate long.
  expect(given.own.bias).toBeCloseTo(0.2, 14);
  expect(given.others[0]).toEqual({ bias: -2, factors: [2] });
});

test("steps lower the cost, and a gradient of 0 moves nothing", () => {
  const given = row();
  const squares = [0, 0];
  let before = logisticCost(given, 0.1);
  for (let step = 0; step < 30; step++) {
    logisticStep(given, squares, { learningRate: 0.05, regularization: 0.1 });
    const cost = logisticCost(given, 0.1);
    expect(cost).toBeLessThan(before + 1e-3);
    before = cost;
  }
  expect(before).toBeLessThan(logisticCost(row(), 0.1) - 0.3);
  const still = { own: { bias: 1, factors: [2] }, others: [], confidences: [] };
  logisticStep(still, [0, 0], { learningRate: 1, regularization: 0 });
  expect(still.own).toEqual({ bias: 1, factors: [2] });
});
