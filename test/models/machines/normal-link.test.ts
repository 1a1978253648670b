import { expect, test } from "vitest";
import { NormalLink } from "../../../src/models/machines/normal-link.js";

test("NormalLink takes scores for ratings, and the noise of each sample for quantiles", () => {
  const link = new NormalLink({ count: 2, noise: (sample) => (sample === 0 ? 1 : 0.25) }, 3);
  const scores = Float64Array.of(1, 2);
  link.toRatings();
  expect([...scores]).toEqual([1, 2]);
  expect(link.offset).toBe(3);
  expect(link.target(0, 4)).toBe(4);
  expect(link.quantile(Float64Array.of(2, 2), 0.5)).toBeCloseTo(2, 10);
  // Standard deviations 1 and 2: ½ (Φ(−1) + Φ(−½)), from SciPy 1.17.1.
  expect(link.quantile(Float64Array.of(2, 2), 0.23359639632872198)).toBeCloseTo(1, 8);
});
