import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { mean } from "../../../src/math/statistics.js";
import { NormalTargets } from "../../../src/models/machines/normal-targets.js";

test("NormalTargets draws the precision of the noise around that of the residuals", () => {
  const targets = new NormalTargets(new Float64Array(1000));
  const draws = random({ seed: 2 });
  const residuals = new Float64Array(1000).map(() => 0.5 * draws.normal());
  const before = residuals.slice();
  const noises = Array.from({ length: 500 }, () => targets.draw(residuals, draws));
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  // The mean of Gamma((1 + n) / 2, (1 + Σ e²) / 2).
  expect(mean(noises) / (1001 / (1 + squares))).toBeCloseTo(1, 2);
  expect(residuals).toEqual(before);
});

test("NormalTargets starts with the targets, of which it keeps its own copy", () => {
  const targets = new NormalTargets(Float64Array.of(1, 2));
  targets.start()[0] = 9;
  expect([...targets.start()]).toEqual([1, 2]);
  expect(targets.cuts).toHaveLength(0);
});
