import fc from "fast-check";
import { expect, test } from "vitest";
import { choleskySolve } from "../../../src/kernels/dense/cholesky.js";

test("solves a system worked out by hand, reading the lower half only", () => {
  // [4 2; 2 3] x = [8, 7] has the solution [1.25, 1.5].
  const vector = Float64Array.of(8, 7);
  expect(choleskySolve(Float64Array.of(4, Number.NaN, 2, 3), vector)).toBe(true);
  expect(vector[0]).toBeCloseTo(1.25, 14);
  expect(vector[1]).toBeCloseTo(1.5, 14);
});

test("says where a matrix is not positive definite", () => {
  expect(choleskySolve(Float64Array.of(1, 0, 2, 1), new Float64Array(2))).toBe(false);
  expect(choleskySolve(Float64Array.of(1, 0, 1, 1), new Float64Array(2))).toBe(false);
  expect(choleskySolve(Float64Array.of(0), new Float64Array(1))).toBe(false);
  expect(choleskySolve(new Float64Array(0), new Float64Array(0))).toBe(true);
});

test("gives back the vector that A times x makes", () => {
  const numbers = fc.integer({ min: -5, max: 5 });
  const systems = fc
    .integer({ min: 1, max: 9 })
    .chain((n) => fc.tuple(fc.array(numbers, { minLength: n * n, maxLength: n * n }), fc.constant(n)));
  fc.assert(
    fc.property(systems, ([rows, n]) => {
      // B Bᵀ + I is positive definite.
      const entry = (i: number, j: number) =>
        Array.from({ length: n }, (_, k) => rows[i * n + k]! * rows[j * n + k]!).reduce((a, b) => a + b, 0);
      const matrix = Float64Array.from({ length: n * n }, (_, k) => {
        const [i, j] = [Math.floor(k / n), k % n];
        return entry(i, j) + (i === j ? 1 : 0);
      });
      const x = Float64Array.from({ length: n }, (_, k) => k - 2);
      const product = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0));
      expect(choleskySolve(matrix, product)).toBe(true);
      for (const [k, value] of product.entries()) expect(value).toBeCloseTo(x[k]!, 8);
    }),
  );
});
