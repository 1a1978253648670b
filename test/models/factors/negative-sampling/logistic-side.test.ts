import { describe, expect, test } from "vitest";
import { random } from "../../../../src/math/random.js";
import {
  type LogisticSide,
  stepSide,
  unratedOf,
} from "../../../../src/models/factors/negative-sampling/logistic-side.js";
import { logisticStep } from "../../../../src/reference/factors/logistic.js";
import type { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { transpose } from "../../../../src/sparse/transpose.js";
import { sparse } from "../../../sparse/matrices.js";

const table = [
  [2, 0, 0, 1],
  [0, 0, 0, 0],
  [0, 3, 0, 1],
];

function sideOf(confidences: CsrMatrix, seed: number): LogisticSide {
  const draws = random({ seed });
  const normal = (length: number) => new Float64Array(length).map(() => draws.normal());
  const { rowCount } = confidences;
  return {
    confidences,
    values: normal(2 * rowCount),
    width: 2,
    biases: normal(rowCount),
    squares: new Float64Array(3 * rowCount),
  };
}

const rowAt = ({ values, biases }: LogisticSide, row: number) => ({
  bias: biases[row]!,
  factors: [...values.subarray(2 * row, 2 * row + 2)],
});

describe("stepSide", () => {
  const rates = { learningRate: 0.3, regularization: 0.2 };

  test("moves each row as the reference, where all unrated pairs are taken", () => {
    const matrix = sparse(table);
    const [users, items] = [sideOf(matrix, 1), sideOf(transpose(matrix), 2)];
    const others = table[0]!.map((_, item) => rowAt(items, item));
    const rows = table.map((_, user) => ({ own: rowAt(users, user), squares: [0, 0, 0] }));
    for (let step = 0; step < 2; step++) {
      stepSide(users, items, { ...rates, negatives: 4 }, random({ seed: 3 }));
      for (const [user, { own, squares }] of rows.entries()) {
        if (user !== 1) logisticStep({ own, others, confidences: table[user]! }, squares, rates);
      }
    }
    for (const [user, { own, squares }] of rows.entries()) {
      const { bias, factors } = rowAt(users, user);
      for (const [k, value] of [...factors, bias].entries()) {
        expect(value).toBeCloseTo([...own.factors, own.bias][k]!, 12);
        expect(users.squares[3 * user + k]).toBeCloseTo(squares[k]!, 12);
      }
    }
    expect(items).toEqual(sideOf(transpose(matrix), 2));
  });

  test("a sample stands for all unrated pairs: its gradient is the same on average", () => {
    const matrix = sparse([[1, 0, 0, 0, 0, 0, 0]]);
    const items = sideOf(transpose(matrix), 2);
    const gradients = (negatives: number, seed: number) => {
      const users = sideOf(matrix, 1);
      stepSide(users, items, { ...rates, negatives, learningRate: 0 }, random({ seed }));
      return [...users.squares].map(Math.sqrt);
    };
    const all = gradients(6, 0);
    const rounds = 4000;
    const mean = [0, 0, 0];
    // Squares lose the sign, so only the gradient of the bias is compared, which is above 0.
    for (let seed = 0; seed < rounds; seed++) mean[2]! += gradients(1, seed)[2]! / rounds;
    expect(mean[2]! / all[2]!).toBeCloseTo(1, 1);
  });
});

test("the unrated columns of a row are those that it lacks", () => {
  const matrix = sparse(table);
  expect([0, 1, 2].map((row) => [...unratedOf(matrix, row)])).toEqual([
    [1, 2],
    [0, 1, 2, 3],
    [0, 2],
  ]);
});
