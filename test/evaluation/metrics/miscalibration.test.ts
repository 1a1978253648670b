import fc from "fast-check";
import { expect, test } from "vitest";
import { miscalibration } from "../../../src/evaluation/metrics/miscalibration.js";

test("is computed by hand for two categories", () => {
  // p = 0.7, 0.3; q = 1, 0; q̃ = 0.99 + 0.007, 0.003.
  expect(miscalibration([7, 3], [5, 0])).toBeCloseTo(
    0.7 * Math.log(0.7 / 0.997) + 0.3 * Math.log(0.3 / 0.003),
    14,
  );
  expect(miscalibration([1, 0], [1, 1], { smoothing: 0.5 })).toBeCloseTo(Math.log(1 / 0.75), 14);
});

test("is 0 for the same shares only, and never below", () => {
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 5 }), (history, factor) => {
      expect(
        miscalibration(
          history,
          history.map((each) => factor * each),
        ),
      ).toBeCloseTo(0, 12);
      const other = history.map((each, place) => (place === 0 ? each + 1 : each));
      expect(miscalibration(history, other)).toBeGreaterThan(0);
    }),
  );
});

test("nothing in either is NaN; wrong weights are refused", () => {
  expect(miscalibration([0], [1])).toBeNaN();
  expect(miscalibration([1, 0], [0, 0])).toBeNaN();
  expect(miscalibration([0, 1], [0, 0])).toBeNaN();
  expect(miscalibration([], [])).toBeNaN();
  expect(() => miscalibration([1], [1, 2])).toThrow("the history has 1 categories and the list 2");
  expect(() => miscalibration([-1], [1])).toThrow("weight -1 of a category");
  expect(() => miscalibration([1], [1], { smoothing: 0 })).toThrow("smoothing: 0 is not a share above 0");
});
