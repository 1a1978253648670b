import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, quantile, standardDeviation } from "../../src/math/statistics.js";

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });

describe("statistics", () => {
  test("a case small enough for paper", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(quantile(values, 0.5)).toBe(4.5);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });

  test("of too few values are NaN", () => {
    expect(mean([])).toBeNaN();
    expect(standardDeviation([3])).toBeNaN();
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("quantiles start at the least, end at the greatest and leave their input as it is", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const input = [...values];
        expect(quantile(values, 0)).toBe(Math.min(...values));
        expect(quantile(values, 1)).toBe(Math.max(...values));
        expect(values).toEqual(input);
      }),
    );
  });

  test("a share outside 0 to 1 is named", () => {
    expect(() => quantile([1], 1.5)).toThrow("share: 1.5 is not a share from 0 to 1");
  });
});
