// @module-tag slow
import { describe, expect, test } from "vitest";
import { normalCdf } from "../../../src/math/normal-cdf.js";
import { random } from "../../../src/math/random.js";
import { drawTruncatedNormal } from "../../../src/models/machines/draw-truncated-normal.js";

const intervals = [
  [-1, 2],
  [-0.5, 0.5],
  [Number.NEGATIVE_INFINITY, -1],
  [0.5, 0.8],
  [0.5, Number.POSITIVE_INFINITY],
  [3, 5],
  [-4, -2.5],
  [Number.NEGATIVE_INFINITY, 1],
] as const;

describe.each(intervals)("drawTruncatedNormal between %s and %s", (low, high) => {
  const draws = random({ seed: 9 });
  const count = 20_000;
  const numbers = Array.from({ length: count }, () => drawTruncatedNormal(draws, low, high));

  test("stays between them", () => {
    for (const value of numbers) expect(value >= low && value <= high).toBe(true);
  });

  test("has the normal distribution's share below each tenth", () => {
    // Their distribution function must be uniform: Kolmogorov and Smirnov's test at 1e-4.
    const [below, above] = [normalCdf(low), normalCdf(high)];
    const shares = numbers.map((value) => (normalCdf(value) - below) / (above - below)).sort((a, b) => a - b);
    const distance = Math.max(...shares.map((share, k) => Math.abs(share - (k + 0.5) / count)));
    expect(distance).toBeLessThan(2.23 / Math.sqrt(count));
  });
});
