import { expect, test } from "vitest";
import {
  conjugateGradientSteps,
  implicitCost,
  normalEquations,
  positiveSolution,
  solveEquations,
} from "../../../src/reference/factors/als-side.js";

/** 4x + 2y = 2 and 2x + 3y = 5. */
const equations = {
  matrix: [
    [4, 2],
    [2, 3],
  ],
  vector: [2, 5],
};

test("the equations of a row are those worked out by hand", () => {
  const base = [
    [1, 4],
    [4, 1],
  ];
  const ratings = [
    { factors: [1, 2], weight: 2, target: 10 },
    { factors: [0, -1], weight: 3, target: 20 },
  ];
  // 2 × (1, 2)(1, 2)ᵀ + 3 × (0, −1)(0, −1)ᵀ = (2, 4; 4, 11); 10 × (1, 2) + 20 × (0, −1) = (10, 0).
  expect(normalEquations(ratings, base, 0.5)).toEqual({
    matrix: [
      [1 + 2 + 0.5, 4 + 4],
      [4 + 4, 1 + 11 + 0.5],
    ],
    vector: [10, 0],
  });
  expect(base[0]).toEqual([1, 4]);
});

test("the solution of 4x + 2y = 2, 2x + 3y = 5 is x = −1/2, y = 2", () => {
  const [x, y] = solveEquations(equations);
  expect(x).toBeCloseTo(-0.5, 12);
  expect(y).toBeCloseTo(2, 12);
  expect(equations.vector).toEqual([2, 5]);
});

test("as many conjugate gradient steps as unknowns reach the same solution", () => {
  const [x, y] = conjugateGradientSteps(equations, [1, 1], 2);
  expect(x).toBeCloseTo(-0.5, 12);
  expect(y).toBeCloseTo(2, 12);
});

test("the first step goes down the steepest slope as far as pays", () => {
  // From 0: r = p = (2, 5), A p = (18, 19), α = 29 / (2 × 18 + 5 × 19) = 29 / 131.
  const [x, y] = conjugateGradientSteps(equations, [0, 0], 1);
  expect(x).toBeCloseTo((2 * 29) / 131, 12);
  expect(y).toBeCloseTo((5 * 29) / 131, 12);
});

test("no steps leave the start as it is, and a solution stays", () => {
  expect(conjugateGradientSteps(equations, [7, 8], 0)).toEqual([7, 8]);
  expect(conjugateGradientSteps(equations, [-0.5, 2], 5)).toEqual([-0.5, 2]);
});

test("an unknown that would be negative is 0, and the others are the best with it", () => {
  // Without the bound x is −1/2; with x = 0 the best y solves 3y = 5.
  const [x, y] = positiveSolution(equations);
  expect(x).toBe(0);
  expect(y).toBeCloseTo(5 / 3, 12);
});

test("an unknown that makes no difference is 0", () => {
  const matrix = [
    [0, 0],
    [0, 2],
  ];
  expect(positiveSolution({ matrix, vector: [0, 6] })).toEqual([0, 3]);
});

test("the implicit cost of one user and two items is the one worked out by hand", () => {
  const settings = { alpha: 2, regularization: 0.5, regularizationPower: 1 };
  // Confidences 1 + 2 × 3 = 7 and 1; scores 2 × 0.25 = 0.5 and 2 × 1 = 2; squared errors 0.25 and
  // 4.
  const misfit = 7 * 0.25 + 1 * 4;
  // Σ confidence is 8 for the user, and 7 and 1 for the items.
  const penalties = 0.5 * (8 * 4 + 7 * 0.0625 + 1 * 1);
  expect(implicitCost([[3, 0]], [[2]], [[0.25], [1]], settings)).toBe(misfit + penalties);
});
