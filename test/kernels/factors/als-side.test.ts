import fc from "fast-check";
import { Matrix, solve } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { choleskySolve } from "../../../src/kernels/dense/cholesky.js";
import {
  addWeightedProducts,
  weightedProducts,
  writeProducts,
} from "../../../src/kernels/dense/weighted-products.js";
import type { AlsEquations } from "../../../src/kernels/factors/als-equations.js";
import { solveAlsSide } from "../../../src/kernels/factors/als-side.js";
import { stepAlsSide } from "../../../src/kernels/factors/als-side-steps.js";
import { random } from "../../../src/math/random.js";
import { solveEquations } from "../../../src/reference/factors/als-side.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { smallRatings } from "../../models/contract/conformance.js";
import { sparse } from "../../sparse/matrices.js";
import { alsRow } from "./als-row.js";

const { byUser } = smallRatings;
const { starts, indices, values } = byUser;
const [userCount, itemCount] = [smallRatings.users.size, smallRatings.items.size];

/** Factors of items, and numbers for all else that the equations hold. */
function equations(width: number) {
  const draws = random({ seed: 9 });
  const others = { values: new Float64Array(itemCount * width).map(() => draws.normal()), width };
  const base = new Float64Array(width * width);
  writeProducts(others, base);
  const side: AlsEquations = {
    weights: CsrMatrix.fromRows({ ...byUser, values: values.map(() => draws.uniform()) }),
    targets: values,
    regularization: new Float64Array(userCount).map(() => draws.uniform()),
  };
  return { others, base, side, start: new Float64Array(userCount * width).map(() => draws.normal()) };
}

/** What ml-matrix solves for: made densely, entry by entry. */
function judged(user: number, width: number, { others, base, side }: ReturnType<typeof equations>) {
  const left = Matrix.from1DArray(width, width, base).add(Matrix.eye(width).mul(side.regularization[user]!));
  const right = Matrix.zeros(width, 1);
  for (let k = starts[user]!; k < starts[user + 1]!; k++) {
    const y = Matrix.columnVector([
      ...others.values.subarray(indices[k]! * width, (indices[k]! + 1) * width),
    ]);
    left.add(y.mmul(y.transpose()).mul(side.weights.values[k]!));
    right.add(y.mul(values[k]!));
  }
  return solve(left, right).to1DArray();
}

describe.each([1, 3, 4, 7, 8])("one side of alternating least squares, %s factors:", (width) => {
  const parts = equations(width);
  const { others, base, side, start } = parts;

  function expectSolved(found: Float64Array, digits: number) {
    for (let user = 0; user < userCount; user++) {
      const wanted = judged(user, width, parts);
      for (let f = 0; f < width; f++) expect(found[user * width + f]).toBeCloseTo(wanted[f]!, digits);
    }
  }

  test("every row's factors solve its normal equations, as ml-matrix solves them", () => {
    const found = start.slice();
    expect(solveAlsSide(side, base, others, { values: found, width })).toBe(-1);
    expectSolved(found, 10);
  });

  test("conjugate gradients come to the same, from anywhere", () => {
    const found = start.slice();
    stepAlsSide(side, base, others, 50, { values: found, width });
    expectSolved(found, 8);
  });

  test("a few steps of them come nearer", () => {
    const solved = start.slice();
    solveAlsSide(side, base, others, { values: solved, width });
    const distances = [0, 1, 2, 3].map((steps) => {
      const found = start.slice();
      stepAlsSide(side, base, others, steps, { values: found, width });
      return Math.hypot(...found.map((value, k) => value - solved[k]!));
    });
    for (const [k, distance] of distances.entries())
      if (k > 0) expect(distance).toBeLessThanOrEqual(distances[k - 1]! + 1e-9);
    expect(distances[1]).toBeLessThan(distances[0]!);
  });

  test("rows without entries become 0", () => {
    const empty = { ...side, weights: sparse([[]]) };
    const found = [0, 1].map(() => ({ values: new Float64Array(width).fill(1), width }));
    solveAlsSide(empty, base, others, found[0]!);
    stepAlsSide(empty, base, others, 3, found[1]!);
    expect(found.flatMap((row) => [...row.values])).toEqual(Array(2 * width).fill(0));
  });
});

test("exact factors are those of the reference, for any number of factors and ratings", () => {
  fc.assert(
    fc.property(alsRow, ({ side, base, others, start, equations }) => {
      const into = { values: Float64Array.from(start), width: start.length };
      expect(solveAlsSide(side, base, others, into)).toBe(-1);
      const expected = solveEquations(equations);
      for (const [a, value] of expected.entries()) expect(into.values[a]).toBeCloseTo(value, 9);
    }),
  );
});

test("the first row that has no solution is named", () => {
  const others = { values: new Float64Array(itemCount * 2).fill(1), width: 2 };
  const weights = CsrMatrix.fromRows({ ...byUser, values: new Float64Array(values.length).fill(1) });
  const side = { weights, targets: values, regularization: new Float64Array(userCount) };
  const into = { values: new Float64Array(userCount * 2), width: 2 };
  expect(solveAlsSide(side, new Float64Array(4), others, into)).toBe(0);
});

test("weighted products of more vectors than are taken at once are those of a plain loop", () => {
  const [width, count] = [6, 300];
  const draws = random({ seed: 2 });
  const vectors = new Float64Array(count * width).map(() => draws.normal());
  const rows = draws.permutation(count);
  const weights = new Float64Array(count).map(() => draws.uniform());
  const sums = weightedProducts(width);
  addWeightedProducts({ indices: rows, values: weights }, 5, 295, { values: vectors, width }, sums);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = 5; k < 295; k++)
        sum += weights[k]! * vectors[rows[k]! * width + a]! * vectors[rows[k]! * width + b]!;
      expect(sums.values[a * width + b]).toBeCloseTo(sum, 10);
    }
  }
});

test("a matrix that is not positive definite is refused", () => {
  expect(choleskySolve(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
  const [matrix, vector] = [Float64Array.of(4, 0, 2, 3), Float64Array.of(2, 5)];
  expect(choleskySolve(matrix, vector)).toBe(true);
  expect(vector[0]).toBeCloseTo(-0.5, 12);
  expect(vector[1]).toBeCloseTo(2, 12);
});
