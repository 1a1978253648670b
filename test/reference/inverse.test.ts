import { expect, test } from "vitest";
import { inverse } from "../../src/reference/inverse.js";

test("gives the inverse worked out on paper", () => {
  const matrix = [
    [3, 1],
    [1, 3],
  ];
  const expected = [3 / 8, -1 / 8, -1 / 8, 3 / 8];
  for (const [k, value] of inverse(matrix).flat().entries()) expect(value).toBeCloseTo(expected[k]!, 15);
  expect(inverse([])).toEqual([]);
});

test("times the matrix it is the identity", () => {
  const matrix = [
    [5, 1, -2],
    [1, 4, 0],
    [-2, 0, 3],
  ];
  const inverted = inverse(matrix);
  for (const [i, row] of matrix.entries()) {
    for (const j of matrix.keys()) {
      const product = row.reduce((sum, value, k) => sum + value * inverted[k]![j]!, 0);
      expect(product).toBeCloseTo(i === j ? 1 : 0, 15);
    }
  }
});
