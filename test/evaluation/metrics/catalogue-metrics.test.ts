import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogueCoverage, giniCoefficient } from "../../../src/evaluation/metrics/catalogue-metrics.js";
import golden from "../../golden/metrics.json" with { type: "json" };

describe("metrics of the catalogue", () => {
  test("by hand", () => {
    expect(catalogueCoverage([0, 1, 9, 0, 0])).toBe(2 / 5);
    expect(giniCoefficient([7, 7, 7])).toBe(0);
    expect(giniCoefficient([0, 0, 0, 0, 2])).toBe(4 / 5);
    // Half the mean difference of all ordered pairs, 2 × 2 / 4 / 2, over the mean 2.
    expect(giniCoefficient([3, 1])).toBe(1 / 4);
    expect(giniCoefficient([0, 0])).toBeNaN();
  });

  test.each(golden.gini)("Gini is numpy's mean difference, case $#", ({ counts, gini }) => {
    expect(giniCoefficient(counts)).toBeCloseTo(gini, 13);
  });

  test("do not depend on the order of the items and lie between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), (counts) => {
        fc.pre(counts.some((count) => count > 0));
        for (const metric of [catalogueCoverage, giniCoefficient]) {
          const value = metric(counts);
          expect(metric([...counts].reverse())).toBe(value);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
