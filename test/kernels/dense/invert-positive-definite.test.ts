import fc from "fast-check";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { invertPositiveDefinite } from "../../../src/kernels/dense/invert-positive-definite.js";
import { random } from "../../../src/math/random.js";
import { inverse as reference } from "../../../src/reference/inverse.js";
import { definiteTables, relativeError } from "./definite.js";

/** Products of the columns of a random table, and something on the diagonal. */
function definite(size: number, seed = 5): Matrix {
  const draws = random({ seed });
  const table = new Matrix(
    Array.from({ length: size + 2 }, () => Array.from({ length: size }, () => draws.normal())),
  );
  return table.transpose().mmul(table).add(Matrix.eye(size).mul(0.5));
}

const silent = () => {};

describe("invertPositiveDefinite", () => {
  // Sizes around a tile of 4 and a block of 128.
  test.each([1, 2, 3, 4, 5, 31, 63, 64, 65, 66, 127, 128, 131, 200, 257])(
    "inverts %i × %i as ml-matrix does",
    (size) => {
      const matrix = definite(size);
      const flat = Float64Array.from(matrix.to1DArray());
      expect(invertPositiveDefinite(flat, size, silent)).toBe(true);
      const expected = inverse(matrix).to1DArray();
      const largest = Math.max(...expected.map(Math.abs));
      const farthest = Math.max(...expected.map((value, k) => Math.abs(value - flat[k]!)));
      expect(farthest / largest).toBeLessThan(1e-12);
    },
  );

  test("gives the inverse of the reference", () => {
    fc.assert(
      fc.property(definiteTables, (table) => {
        const matrix = Float64Array.from(table.flat());
        expect(invertPositiveDefinite(matrix, table.length, silent)).toBe(true);
        expect(relativeError(matrix, reference(table).flat())).toBeLessThan(1e-11);
      }),
      { seed: 1 },
    );
  });

  test("gives it for more columns than one block, too", () => {
    const matrix = definite(70);
    const flat = Float64Array.from(matrix.to1DArray());
    expect(invertPositiveDefinite(flat, 70, silent)).toBe(true);
    expect(relativeError(flat, reference(matrix.to2DArray()).flat())).toBeLessThan(1e-12);
  });

  test("reads the lower half alone, and writes both", () => {
    const whole = definite(70).to1DArray();
    const lower = whole.map((value, k) => (k % 70 > Math.floor(k / 70) ? Number.NaN : value));
    const [a, b] = [Float64Array.from(whole), Float64Array.from(lower)];
    expect(invertPositiveDefinite(a, 70, silent)).toBe(true);
    expect(invertPositiveDefinite(b, 70, silent)).toBe(true);
    expect(b).toEqual(a);
  });

  test("refuses what is not positive definite, wherever that shows", () => {
    const invert = (values: readonly number[]) =>
      invertPositiveDefinite(Float64Array.from(values), Math.sqrt(values.length), silent);
    expect(invert([0])).toBe(false);
    expect(invert([-1])).toBe(false);
    expect(invert([Number.NaN])).toBe(false);
    expect(invert([1, 2, 2, 1])).toBe(false);
    expect(invert([1, 0.5, 0.5, 1])).toBe(true);
    const last = definite(130);
    last.set(129, 129, -1);
    expect(invert(last.to1DArray())).toBe(false);
  });

  test("takes what rounding leaves of a column made up of others for nothing", () => {
    const draws = random({ seed: 1 });
    const table = new Matrix(
      Array.from({ length: 100 }, () => {
        const row = Array.from({ length: 69 }, () => draws.normal());
        return [...row, row[3]! / 3 + row[68]! / 7];
      }),
    );
    const products = Float64Array.from(table.transpose().mmul(table).to1DArray());
    expect(invertPositiveDefinite(products, 70, silent)).toBe(false);
  });

  test("tells how many columns are done", () => {
    const done: number[] = [];
    invertPositiveDefinite(Float64Array.from(definite(130).to1DArray()), 130, (columns) =>
      done.push(columns),
    );
    expect(done).toEqual([0, 128, 130]);
  });
});
