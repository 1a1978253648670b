import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWeightedProducts,
  weightedProducts,
  writeProducts,
} from "../../../src/kernels/dense/weighted-products.js";
import { normalEquations } from "../../../src/reference/factors/als-side.js";

test("adds weight × y yᵀ of the entries between start and end to the lower half", () => {
  const vectors = { values: Float64Array.of(1, 2, 3, 4, 9, 9), width: 2 };
  const row = { indices: Int32Array.of(2, 0, 1, 2), values: Float64Array.of(7, 2, 0.5, 7) };
  const sums = weightedProducts(2);
  sums.values.set([10, 0, 0, 0]);
  addWeightedProducts(row, 1, 3, vectors, sums);
  // 2 × [1 2]ᵀ[1 2] + 0.5 × [3 4]ᵀ[3 4], and the 10 that was there.
  expect([sums.values[0], sums.values[2], sums.values[3]]).toEqual([10 + 2 + 4.5, 4 + 6, 8 + 8]);
});

test("is the plain sum for every width, and for more vectors than one block", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.constantFrom(0, 1, 5, 300), (width, count) => {
      const values = Float64Array.from({ length: count * width }, (_, k) => ((k * 7) % 11) - 5);
      const matrix = new Float64Array(width * width);
      if (width > 0) writeProducts({ values, width }, matrix);
      for (let a = 0; a < width; a++) {
        for (let b = 0; b < width; b++) {
          let expected = 0;
          for (let k = 0; k < count; k++) expected += values[k * width + a]! * values[k * width + b]!;
          expect(matrix[a * width + b]).toBe(expected);
        }
      }
    }),
  );
});

test("weighted, it is the matrix of the reference, for every width and across blocks", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.constantFrom(0, 1, 5, 300), (width, count) => {
      const values = Float64Array.from({ length: count * width }, (_, k) => ((k * 7) % 11) - 5);
      const weights = Float64Array.from({ length: count }, (_, k) => ((k * 5) % 7) - 2);
      const indices = Int32Array.from({ length: count }, (_, k) => (k * 3) % count);
      const ratings = Array.from(indices, (row, k) => {
        const factors = [...values.subarray(row * width, (row + 1) * width)];
        return { factors, weight: weights[k]!, target: 0 };
      });
      const zeros = Array.from({ length: width }, () => Array<number>(width).fill(0));
      const { matrix } = normalEquations(ratings, zeros, 0);
      const sums = weightedProducts(width);
      addWeightedProducts({ indices, values: weights }, 0, count, { values, width }, sums);
      for (let a = 0; a < width; a++)
        for (let b = 0; b <= a; b++) expect(sums.values[a * width + b]).toBe(matrix[a]![b]);
    }),
  );
});
