import { expect, test } from "vitest";
import { leastSquaresWeights } from "../../../src/kernels/dense/least-squares-weights.js";

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
