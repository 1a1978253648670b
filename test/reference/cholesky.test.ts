import { expect, test } from "vitest";
import { choleskyFactor, choleskySolution } from "../../src/reference/cholesky.js";

test("gives the factor that is worked out on paper, reading the lower half only", () => {
  const none = Number.NaN;
  const matrix = [
    [4, none, none],
    [2, 10, none],
    [-4, 7, 30],
  ];
  expect(choleskyFactor(matrix)).toEqual([[2], [1, 3], [-2, 3, Math.sqrt(17)]]);
  expect(choleskyFactor([])).toEqual([]);
});

test("solves the equations worked out on paper", () => {
  // L y = b gives y = (4, 1), and Lᵀ x = y gives x = (11/6, 1/3).
  const matrix = [
    [4, 2],
    [2, 10],
  ];
  const [x, y] = choleskySolution(matrix, [8, 7]);
  expect(x).toBeCloseTo(11 / 6, 15);
  expect(y).toBeCloseTo(1 / 3, 15);
});

test("says where a matrix is not positive definite", () => {
  expect(() => choleskyFactor([[0]])).toThrow("not positive definite: the pivot of row 0 is 0");
  const indefinite = [
    [1, 2],
    [2, 1],
  ];
  expect(() => choleskySolution(indefinite, [1, 1])).toThrow("the pivot of row 1 is -3");
});
