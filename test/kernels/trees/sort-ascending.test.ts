import fc from "fast-check";
import { expect, test } from "vitest";
import { sortAscending } from "../../../src/kernels/trees/sort-ascending.js";

/** Numbers repeated so often that they are sorted by their bits, from a mixed order. */
function long(numbers: readonly number[]): Float64Array {
  return Float64Array.from({ length: 2003 }, (_, k) => numbers[(k * 7919) % numbers.length]!);
}

test("sorts few and many numbers as the built-in sort does, −0 before 0", () => {
  const numbers = [3, -0, 0, -1.5, Number.MAX_VALUE, -Infinity, 5e-324, Infinity, -5e-324, 2 ** 40];
  for (const values of [Float64Array.from(numbers), long(numbers), long([7]), new Float64Array(0)]) {
    const expected = values.slice().sort();
    expect(sortAscending(values)).toBe(values);
    expect(values.every((value, k) => Object.is(value, expected[k]))).toBe(true);
  }
});

test("sorts any numbers, in a part of an array, and leaves the rest", () => {
  const number = fc.double({ noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 50 }), (numbers) => {
      const all = Float64Array.of(9, ...long(numbers), -9);
      sortAscending(all.subarray(1, -1));
      expect([...all]).toEqual([9, ...long(numbers).sort(), -9]);
    }),
    { numRuns: 20 },
  );
});
