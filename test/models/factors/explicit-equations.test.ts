import { expect, test } from "vitest";
import { explicitEquations } from "../../../src/models/factors/explicit-equations.js";
import { sparse } from "../../sparse/matrices.js";

test("residuals are the targets, each weighs 1, and λ grows with the number of ratings", () => {
  const residuals = sparse([
    [0.5, -1],
    [0, 2],
  ]);
  const { weights, targets, regularization } = explicitEquations(residuals, (count) => 0.1 * count);
  expect([...weights.indices]).toEqual([0, 1, 1]);
  expect([...weights.values]).toEqual([1, 1, 1]);
  expect([...targets]).toEqual([0.5, -1, 2]);
  expect([...regularization]).toEqual([0.2, 0.1]);
});

test("λ is never 0, so that the factors of every row are unique", () => {
  const { regularization } = explicitEquations(sparse([[1], [0]]), () => 0);
  expect(Math.min(...regularization)).toBeGreaterThan(0);
});
