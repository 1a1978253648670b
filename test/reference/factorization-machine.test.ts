import { describe, expect, test } from "vitest";
import { drawGamma } from "../../src/math/draw-gamma.js";
import { random } from "../../src/math/random.js";
import { mean } from "../../src/math/statistics.js";
import { gibbsSweep, type Machine, machineScore } from "../../src/reference/factorization-machine.js";

const machine = (): Machine => ({
  bias: 1,
  weights: [0.5, -1, 2],
  factors: [[1, 2, 3]],
  noise: 1,
  weightPriors: [{ mean: 0, precision: 1 }],
  factorPriors: [[{ mean: 0, precision: 1 }]],
});

describe("machineScore", () => {
  test("adds bias, weights and the product of each pair's factors, by hand", () => {
    // 1 + (0.5 − 1) + 1 × 2
    expect(machineScore([1, 1, 0], machine())).toBe(2.5);
    // 1 + (0.5 − 1 + 1) + 1 × 2 + ½ × 1 × 3 + ½ × 2 × 3
    expect(machineScore([1, 1, 0.5], machine())).toBe(8);
    expect(machineScore([0, 0, 0], machine())).toBe(1);
  });
});

describe("gibbsSweep", () => {
  /** Draws without noise: each parameter becomes the mean of its distribution. */
  const means = { normal: () => 0, gamma: (shape: number) => shape };

  test("draws each parameter from its distribution, by hand on one row", () => {
    const drawn: Machine = {
      bias: 0,
      weights: [0],
      factors: [[0]],
      noise: 7,
      weightPriors: [{ mean: 0, precision: 1 }],
      factorPriors: [[{ mean: 0, precision: 1 }]],
    };
    gibbsSweep([[2]], [3], drawn, [0], means);
    // Residual 3: noise = ((1 + 1) / 2) / ((1 + 9) / 2).
    expect(drawn.noise).toBeCloseTo(0.2, 12);
    // Slope 1: (0.2 × 3) / (1 + 0.2).
    expect(drawn.bias).toBeCloseTo(0.5, 12);
    // Prior: mean 0 and precision (3 / 2) / (1 / 2). Slope 2, residual 2.5.
    expect(drawn.weightPriors).toEqual([{ mean: 0, precision: 3 }]);
    expect(drawn.weights[0]).toBeCloseTo((0.2 * 2 * 2.5) / (3 + 0.2 * 4), 12);
    // One feature has no pairs: the slope is 0, and the factor that of the prior.
    expect(drawn.factors).toEqual([[0]]);
  });

  test("samples the distribution of a mean: normal data with a known answer", () => {
    const draws = random({ seed: 3 });
    const targets = Array.from({ length: 60 }, () => 2 + 0.5 * draws.normal());
    const rows = targets.map(() => [0]);
    const drawn: Machine = { ...machine(), bias: 0, weights: [0], factors: [] };
    const kept: Machine[] = [];
    for (let sweep = 0; sweep < 4000; sweep++) {
      gibbsSweep(rows, targets, drawn, [0], {
        normal: () => draws.normal(),
        gamma: (shape) => drawGamma(draws, shape),
      });
      if (sweep >= 100) kept.push({ ...drawn });
    }
    const center = mean(targets);
    const variance = mean(targets.map((value) => (value - center) ** 2));
    const biases = kept.map(({ bias }) => bias);
    const spread = Math.sqrt(mean(biases.map((bias) => (bias - mean(biases)) ** 2)));
    expect(mean(biases)).toBeCloseTo(center, 1);
    expect(spread / Math.sqrt(variance / 60)).toBeCloseTo(1, 0);
    expect(mean(kept.map(({ noise }) => 1 / noise)) / variance).toBeCloseTo(1, 0);
  });
});
