import { expect, test } from "vitest";
import { pairedRandomization } from "../../../src/evaluation/experiments/paired-randomization.js";
import { random } from "../../../src/math/random.js";

/** The p-value of all assignments of signs. */
function exactP(differences: readonly number[]): number {
  const observed = Math.abs(differences.reduce((a, b) => a + b, 0)) - 1e-9;
  let asLarge = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs++) {
    const sum = differences.reduce((all, each, pair) => all + ((signs >> pair) & 1 ? each : -each), 0);
    if (Math.abs(sum) >= observed) asLarge++;
  }
  return asLarge / 2 ** differences.length;
}

test("comes close to the exact p-value of all signs", () => {
  for (const differences of [
    [1, 2, 3, 4, 5, 6],
    [0.5, -0.25, 1, 1, -1, 0.125, 2],
    [0.1, 0.2, 0.3, -0.6],
  ]) {
    const zeros = new Float64Array(differences.length);
    const p = pairedRandomization(Float64Array.from(differences), zeros, { samples: 20_000, seed: 1 });
    expect(Math.abs(p - exactP(differences))).toBeLessThan(0.012);
  }
});

test("equal models have 1, the order of the two does not matter, and a seed repeats", () => {
  const [a, b] = [Float64Array.of(1, 2, 3, 5), Float64Array.of(2, 2, 1, 1)];
  expect(pairedRandomization(a, a)).toBe(1);
  expect(pairedRandomization(a, b, { seed: 2 })).toBe(pairedRandomization(b, a, { seed: 2 }));
});

test("under the null hypothesis p-values are uniform", () => {
  let small = 0;
  for (let round = 0; round < 400; round++) {
    const drawn = random({ seed: 1000 + round });
    const first = Float64Array.from({ length: 30 }, () => drawn.normal());
    if (pairedRandomization(first, new Float64Array(30), { samples: 200, seed: round }) <= 0.1) small++;
  }
  expect(small).toBeGreaterThan(18);
  expect(small).toBeLessThan(65);
});

test("pairs with NaN are left out, none is NaN, and wrong options are refused", () => {
  const nan = Float64Array.of(Number.NaN, 1, 1);
  expect(pairedRandomization(nan, Float64Array.of(5, 1, 1))).toBe(1);
  expect(pairedRandomization(new Float64Array(0), new Float64Array(0))).toBeNaN();
  expect(() => pairedRandomization(nan, new Float64Array(2))).toThrow("3 values cannot be paired with 2");
  expect(() => pairedRandomization(nan, nan, { samples: 0 })).toThrow("samples: 0 is not a whole number");
});
