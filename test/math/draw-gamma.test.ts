import { expect, test } from "vitest";
import { drawGamma } from "../../src/math/draw-gamma.js";
import { random } from "../../src/math/random.js";
import { mean } from "../../src/math/statistics.js";

test.each([1, 1.5, 4, 100])("drawGamma has the first three moments of shape %s", (shape) => {
  const draws = random({ seed: 5 });
  const numbers = Array.from({ length: 40_000 }, () => drawGamma(draws, shape));
  const center = mean(numbers);
  const variance = mean(numbers.map((value) => (value - shape) ** 2));
  const third = mean(numbers.map((value) => (value - shape) ** 3));
  // Standard errors of the moments of 40,000 numbers.
  expect(Math.abs(center - shape)).toBeLessThan(4 * Math.sqrt(shape / 40_000));
  expect(variance / shape).toBeCloseTo(1, 1);
  expect(third / shape ** 1.5).toBeGreaterThan(0.8 * (2 / Math.sqrt(shape)) - 0.1);
  expect(third / shape ** 1.5).toBeLessThan(1.2 * (2 / Math.sqrt(shape)) + 0.1);
  expect(Math.min(...numbers)).toBeGreaterThan(0);
});

test("drawGamma of shape 1 is exponential: a number is below ln 2 half of the time", () => {
  const draws = random({ seed: 6 });
  const numbers = Array.from({ length: 20_000 }, () => drawGamma(draws, 1));
  const share = numbers.filter((value) => value < Math.LN2).length / numbers.length;
  expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 20_000));
});
