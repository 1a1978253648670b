import { describe, expect, test } from "vitest";
import { minimize } from "../../src/math/conjugate-gradient.js";
import { random } from "../../src/math/random.js";

/** Rosenbrock's valley, whose minimum 0 lies at (1, 1). */
function valley([x, y]: Float64Array, gradient: Float64Array): number {
  gradient[0] = -2 * (1 - x!) - 400 * x! * (y! - x! * x!);
  gradient[1] = 200 * (y! - x! * x!);
  return (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2;
}

describe("minimize", () => {
  test("follows a bent valley to its end", () => {
    const { x, gradientNorm, stopped, costs, cost } = minimize(valley, Float64Array.of(-1.2, 1), {
      iterations: 500,
    });
    expect(x[0]).toBeCloseTo(1, 7);
    expect(x[1]).toBeCloseTo(1, 7);
    expect(stopped).toBe("tolerance");
    expect(gradientNorm).toBeLessThanOrEqual(1e-8);
    expect(costs.at(-1)).toBe(cost);
    for (let k = 1; k < costs.length; k++) expect(costs[k]).toBeLessThanOrEqual(costs[k - 1]! * (1 + 1e-12));
  });

  test("solves a quadratic of n unknowns in about n steps", () => {
    const draws = random({ seed: 5 });
    const weights = Float64Array.from({ length: 12 }, () => 1 + 9 * draws.uniform());
    const goal = weights.map(() => draws.normal());
    const bowl = (x: Float64Array, gradient: Float64Array) =>
      x.reduce((sum, value, k) => {
        gradient[k] = weights[k]! * (value - goal[k]!);
        return sum + 0.5 * weights[k]! * (value - goal[k]!) ** 2;
      }, 0);
    const { x, costs } = minimize(bowl, new Float64Array(12), { tolerance: 1e-9 });
    for (const [k, value] of goal.entries()) expect(x[k]).toBeCloseTo(value, 8);
    expect(costs.length).toBeLessThan(60);
  });

  test("says why it stopped, and leaves its start as it was", () => {
    const start = Float64Array.of(-1.2, 1);
    const heard: number[] = [];
    expect(minimize(valley, start, { iterations: 3, onIteration: (k) => heard.push(k) }).stopped).toBe(
      "iterations",
    );
    expect(heard).toEqual([1, 2, 3]);
    expect([...start]).toEqual([-1.2, 1]);
    expect(minimize(valley, Float64Array.of(1, 1)).stopped).toBe("tolerance");
    const lying = (_: Float64Array, gradient: Float64Array) => {
      gradient[0] = 1;
      return 0;
    };
    expect(minimize(lying, Float64Array.of(0)).stopped).toBe("no progress");
  });
});
