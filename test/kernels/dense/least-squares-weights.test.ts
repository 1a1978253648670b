import fc from "fast-check";
import { expect, test } from "vitest";
import { leastSquaresWeights } from "../../../src/kernels/dense/least-squares-weights.js";
import { positiveSolution, solveEquations } from "../../../src/reference/factors/als-side.js";
import { relativeError } from "./definite.js";

/** XᵀX and Xᵀy of columns and a target. */
function products(columns: number[][], target: number[]): [Float64Array, Float64Array] {
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  return [
    Float64Array.from(columns.flatMap((x) => columns.map((y) => dot(x, y)))),
    Float64Array.from(columns, (x) => dot(x, target)),
  ];
}

test("finds the weights that a target was made of, negative ones too", () => {
  const [x, y] = [
    [1, 2, 0, 1],
    [0, 1, 1, 3],
  ];
  const target = x.map((value, k) => 2 * value - 0.5 * y[k]!);
  const weights = leastSquaresWeights(...products([x, y], target), Number.NEGATIVE_INFINITY);
  expect(weights[0]).toBeCloseTo(2, 12);
  expect(weights[1]).toBeCloseTo(-0.5, 12);
});

test("with 0 as the lowest weight the other column fits alone", () => {
  // Of y = x₁ − x₂ with orthogonal columns only x₁ is left.
  const weights = leastSquaresWeights(
    ...products(
      [
        [1, 0],
        [0, 1],
      ],
      [1, -1],
    ),
    0,
  );
  expect([...weights]).toEqual([1, 0]);
});

test("of equal columns the first takes all, and a column of zeros gets 0", () => {
  const columns = [
    [1, 2],
    [1, 2],
    [0, 0],
  ];
  expect([...leastSquaresWeights(...products(columns, [3, 6]), 0)]).toEqual([3, 0, 0]);
  expect(leastSquaresWeights(new Float64Array(0), new Float64Array(0), 0)).toHaveLength(0);
});

test("gives the solutions of the reference, with any weights and with those of at least 0", () => {
  const line = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), line, (free, target) => {
      // A row of its own makes every column independent of the others.
      const columns = free.map((column, j) => [...column, ...free.map((_, k) => (j === k ? 2 : 0))]);
      const [squares, right] = products(columns, [...target, ...free.map(() => 1)]);
      const matrix = () =>
        columns.map((_, j) => [...squares.slice(j * columns.length).slice(0, columns.length)]);
      const vector = [...right];
      const lowest = Number.NEGATIVE_INFINITY;
      const any = leastSquaresWeights(squares, right, lowest);
      expect(relativeError(any, solveEquations({ matrix: matrix(), vector }))).toBeLessThan(1e-11);
      const positive = leastSquaresWeights(squares, right, 0);
      expect(relativeError(positive, positiveSolution({ matrix: matrix(), vector }))).toBeLessThan(1e-11);
    }),
    { seed: 1 },
  );
});
