import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { dualInverse } from "../../../src/kernels/dense/dual-inverse.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { transpose } from "../../../src/sparse/transpose.js";

test("the inverse by way of the rows is the inverse of the columns, times λ", () => {
  const lambda = 2;
  const table = [
    [1, 0, 3, 0, 1],
    [0, 2, 0, 0, 1],
    [0, 0, 0, 0, 0],
  ];
  const entries = table.flatMap((row, r) => row.flatMap((value, c) => (value === 0 ? [] : [[r, c, value]])));
  const byRow = CsrMatrix.fromTriplets({
    rowCount: 3,
    columnCount: 5,
    rows: Int32Array.from(entries, ([r]) => r!),
    columns: Int32Array.from(entries, ([, c]) => c!),
    values: Float64Array.from(entries, ([, , value]) => value!),
  });
  const X = new Matrix(table);
  const plusLambda = (A: Matrix) => Matrix.add(A, Matrix.eye(A.rows).mul(lambda));
  const K = inverse(plusLambda(X.mmul(X.transpose())));
  const expected = inverse(plusLambda(X.transpose().mmul(X)))
    .mul(lambda)
    .to1DArray();
  const found = dualInverse(byRow, transpose(byRow), Float64Array.from(K.to1DArray()));
  expect(found).toHaveLength(25);
  for (const [k, value] of found.entries()) expect(value).toBeCloseTo(expected[k]!, 12);
});
