import { describe, expect, test } from "vitest";
import { explainedVariance, rSquared } from "../../../src/evaluation/metrics/explained-variance.js";
import golden from "../../golden/metrics.json" with { type: "json" };

describe("rSquared and explainedVariance", () => {
  test("by hand", () => {
    // Deviations −2, 0, 2 from the mean 3; errors 0, −1, 2 of mean 1/3.
    const [actual, predicted] = [
      [1, 3, 5],
      [1, 4, 3],
    ];
    expect(rSquared(actual, predicted)).toBeCloseTo(1 - 5 / 8, 14);
    expect(explainedVariance(actual, predicted)).toBeCloseTo(1 - (5 / 3 - 1 / 9) / (8 / 3), 14);
  });

  test("the mean explains nothing, and a constant error is no variance", () => {
    expect(rSquared([1, 2, 6], [3, 3, 3])).toBeCloseTo(0, 14);
    expect(explainedVariance([1, 2, 6], [3, 3, 3])).toBeCloseTo(0, 14);
    expect(explainedVariance([1, 2, 6], [0, 1, 5])).toBe(1);
    expect(rSquared([1, 2, 6], [0, 1, 5])).toBeLessThan(1);
  });

  test("are not finite where all ratings are equal", () => {
    expect(rSquared([3, 3], [3, 3])).toBeNaN();
    expect(rSquared([3, 3], [3, 4])).toBe(Number.NEGATIVE_INFINITY);
    expect(explainedVariance([], [])).toBeNaN();
  });

  test.each(golden.ratings.filter((each) => "r2" in each))("as scikit-learn's, case $#", (theirs) => {
    expect(rSquared(theirs.actual, theirs.predicted)).toBeCloseTo(theirs.r2!, 13);
    expect(explainedVariance(theirs.actual, theirs.predicted)).toBeCloseTo(theirs.explainedVariance!, 13);
  });
});
