import fc from "fast-check";
import { expect, test } from "vitest";
import { isRounded, lastUnit } from "../../../src/notebook/judging/is-rounded.js";

test("every number is its own rounding to three to six digits, and not the next one", () => {
  const numbers = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 3, max: 6 }), fc.boolean(), (size, digits, negative) => {
      const truth = negative ? -size : size;
      const rounded = Number(truth.toPrecision(digits));
      expect(isRounded(rounded, truth, 3)).toBe(true);
      expect(isRounded(rounded + 1.01 * lastUnit(truth, 3), truth, 3)).toBe(false);
    }),
  );
});

test("the last unit of a number is one in its last digit", () => {
  expect(lastUnit(0.0566, 3)).toBeCloseTo(0.0001, 12);
  expect(lastUnit(-1234, 2)).toBe(100);
});
