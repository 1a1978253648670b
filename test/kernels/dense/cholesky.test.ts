import fc from "fast-check";
import { expect, test } from "vitest";
import { choleskySolve } from "../../../src/kernels/dense/cholesky.js";
import { choleskyFactor, choleskySolution } from "../../../src/reference/cholesky.js";
import { definiteTables, relativeError } from "./definite.js";

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
  fc.assert(
    fc.property(definiteTables, (table) => {
      const x = Float64Array.from(table, (_, k) => k - 2);
      const product = Float64Array.from(table, (row) =>
        row.reduce((sum, value, j) => sum + value * x[j]!, 0),
      );
      expect(choleskySolve(Float64Array.from(table.flat()), product)).toBe(true);
      for (const [k, value] of product.entries()) expect(value).toBeCloseTo(x[k]!, 8);
    }),
  );
});

test("gives the factor and the solution of the reference", () => {
  fc.assert(
    fc.property(
      definiteTables,
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 }),
      (table, numbers) => {
        const right = table.map((_, k) => numbers[k]!);
        const [matrix, vector] = [Float64Array.from(table.flat()), Float64Array.from(right)];
        expect(choleskySolve(matrix, vector)).toBe(true);
        expect(relativeError(vector, choleskySolution(table, right))).toBeLessThan(1e-11);
        const lower = matrix.filter((_, k) => k % table.length <= Math.floor(k / table.length));
        expect(relativeError(lower, choleskyFactor(table).flat())).toBeLessThan(1e-12);
      },
    ),
    { seed: 1 },
  );
});
