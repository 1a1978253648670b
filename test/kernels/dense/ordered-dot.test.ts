import fc from "fast-check";
import { expect, test } from "vitest";
import { orderedDot } from "../../../src/kernels/dense/ordered-dot.js";
import { dot } from "../../../src/math/dot.js";

const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 });

test("orderedDot rounds as dot does", () => {
  fc.assert(
    fc.property(numbers, fc.nat(2), fc.nat(2), (values, i, j) => {
      const x = Float64Array.from(values);
      const y = Float64Array.from(values, (value) => 1 / (2 + value));
      const length = x.length - 2;
      const expected = dot(x.slice(i, i + length), y.slice(j, j + length));
      expect(orderedDot(x, y, i, j, length)).toBe(expected);
    }),
  );
});
