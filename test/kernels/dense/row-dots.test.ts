import fc from "fast-check";
import { expect, test } from "vitest";
import { orderedDot } from "../../../src/kernels/dense/ordered-dot.js";
import { rowDots } from "../../../src/kernels/dense/row-dots.js";

test("multiplies five rows with a vector, as worked out on paper", () => {
  const values = Float64Array.of(1, 2, 3, 4, 5, 6, 0, -1, 0.5, 10);
  const products = new Float64Array(5);
  rowDots({ values, width: 2 }, Float64Array.of(99, 10, 1), 1, products);
  expect([...products]).toEqual([12, 34, 56, -1, 15]);
});

const number = fc.double({ min: -4, max: 4, noNaN: true });

test("rounds as orderedDot, for any sizes", () => {
  const cases = fc
    .record({ rows: fc.nat(30), width: fc.integer({ min: 1, max: 20 }), start: fc.nat(3) })
    .chain(({ rows, width, start }) =>
      fc.record({
        values: fc.array(number, { minLength: rows * width, maxLength: rows * width }),
        vector: fc.array(number, { minLength: start + width, maxLength: start + width }),
        ...{ rows: fc.constant(rows), width: fc.constant(width), start: fc.constant(start) },
      }),
    );
  fc.assert(
    fc.property(cases, ({ rows, width, start, ...numbers }) => {
      const values = Float64Array.from(numbers.values);
      const vector = Float64Array.from(numbers.vector);
      const products = new Float64Array(rows);
      rowDots({ values, width }, vector, start, products);
      for (let row = 0; row < rows; row++) {
        expect(products[row]).toBe(orderedDot(values, vector, row * width, start, width));
      }
    }),
  );
});
