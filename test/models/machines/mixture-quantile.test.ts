import { expect, test } from "vitest";
import { mixtureQuantile } from "../../../src/models/machines/mixture-quantile.js";

test("mixtureQuantile of one normal distribution is its quantile", () => {
  const quantile = mixtureQuantile(Float64Array.of(3), Float64Array.of(2), 0.975);
  // SciPy 1.17.1: scipy.stats.norm.ppf(0.975).
  expect(quantile).toBeCloseTo(3 + 2 * 1.959963984540054, 10);
});

test("mixtureQuantile of distributions far apart is within one of them", () => {
  const [means, deviations] = [Float64Array.of(0, 100), Float64Array.of(1, 1)];
  expect(mixtureQuantile(means, deviations, 0.25)).toBeCloseTo(0, 10);
  expect(mixtureQuantile(means, deviations, 0.75)).toBeCloseTo(100, 10);
});
