import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { random } from "../../src/math/random.js";
import { symmetricEigen } from "../../src/math/symmetric-eigen.js";

/** A random symmetric matrix, row by row. */
function symmetric(size: number, seed: number): Float64Array {
  const draws = random({ seed });
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      matrix[row * size + column] = draws.normal();
      matrix[column * size + row] = matrix[row * size + column]!;
    }
  }
  return matrix;
}

describe("symmetricEigen", () => {
  test("by hand: (2 1; 1 2) has 3 along (1, 1) and 1 across", () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values]).toEqual([expect.closeTo(3, 14), expect.closeTo(1, 14)]);
    const half = Math.SQRT1_2;
    expect(vectors[0]).toBeCloseTo(half, 14);
    expect(vectors[1]).toBeCloseTo(half, 14);
    expect(vectors[2]! + vectors[3]!).toBeCloseTo(0, 14);
  });

  test.each([1, 3, 8, 25])(
    "of %i random rows: values as ml-matrix has them, vectors that are what they should be",
    (size) => {
      const matrix = symmetric(size, size);
      const before = matrix.slice();
      const { values, vectors } = symmetricEigen(matrix, size);
      expect(matrix).toEqual(before);
      const judge = new EigenvalueDecomposition(Matrix.from1DArray(size, size, matrix), {
        assumeSymmetric: true,
      });
      for (const [k, value] of judge.realEigenvalues.sort((a, b) => b - a).entries()) {
        expect(values[k]).toBeCloseTo(value, 11);
      }
      for (let k = 0; k < size; k++) {
        const vector = vectors.subarray(k * size, (k + 1) * size);
        for (let row = 0; row < size; row++) {
          const image = vector.reduce((sum, part, column) => sum + part * matrix[row * size + column]!, 0);
          expect(image).toBeCloseTo(values[k]! * vector[row]!, 11);
        }
        expect(vector.reduce((sum, part) => sum + part * part, 0)).toBeCloseTo(1, 12);
        expect(Math.max(...vector)).toBe(Math.max(...vector.map(Math.abs)));
      }
    },
  );

  test("of zeros, of one value alone, and of equal values", () => {
    expect([...symmetricEigen(new Float64Array(4), 2).values]).toEqual([0, 0]);
    expect([...symmetricEigen(Float64Array.of(5, 0, 0, 5), 2).values]).toEqual([5, 5]);
    expect([...symmetricEigen(Float64Array.of(1, 1, 1, 1), 2).values]).toEqual([
      expect.closeTo(2, 14),
      expect.closeTo(0, 14),
    ]);
  });
});
