import { expect, test } from "vitest";
import { bprPairCost } from "../../../src/reference/factors/bpr.js";

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
