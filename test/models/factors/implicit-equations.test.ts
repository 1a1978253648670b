import { expect, test } from "vitest";
import { implicitEquations } from "../../../src/models/factors/implicit-equations.js";
import { sparse } from "../../sparse/matrices.js";

const values = sparse([
  [2, 0, 1],
  [0, 0, 0],
]);

test("confidence is 1 + alpha × value, and preference 1 for a value above 0", () => {
  const settings = { alpha: 3, regularization: 0.5, regularizationPower: 1 };
  const { weights, targets, regularization } = implicitEquations(values, settings);
  expect([...weights.values]).toEqual([6, 3]); // confidence − 1
  expect([...targets]).toEqual([7, 4]); // confidence × preference
  // Confidences of the rows: 7 + 1 + 4 = 12, and 1 + 1 + 1 = 3.
  expect([...regularization]).toEqual([6, 1.5]);
});

test("with power 0 all rows have the same λ", () => {
  const settings = { alpha: 3, regularization: 0.5, regularizationPower: 0 };
  expect([...implicitEquations(values, settings).regularization]).toEqual([0.5, 0.5]);
});
