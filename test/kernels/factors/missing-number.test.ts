import fc from "fast-check";
import { expect, test } from "vitest";
import { missingNumber } from "../../../src/kernels/factors/missing-number.js";

test("counts the numbers that are not in the list", () => {
  const numbers = Int32Array.of(0, 2, 3, 7);
  expect([0, 1, 2, 3, 4, 5].map((n) => missingNumber(numbers, 0, 4, n))).toEqual([1, 4, 5, 6, 8, 9]);
  expect(missingNumber(numbers, 1, 1, 5)).toBe(5);
});

test("the n-th missing number is that of a list of all that are missing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 30 }), fc.nat(5), (set, before) => {
      const ascending = Int32Array.from(set).sort();
      const numbers = Int32Array.from([...Array(before).fill(7), ...ascending, 9]);
      const missing = Array.from({ length: 60 }, (_, number) => number).filter(
        (number) => !set.includes(number),
      );
      for (const [n, number] of missing.entries())
        expect(missingNumber(numbers, before, before + ascending.length, n)).toBe(number);
    }),
  );
});
