import fc from "fast-check";
import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { dualInverse } from "../../../src/kernels/dense/dual-inverse.js";
import { inverse as reference } from "../../../src/reference/inverse.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { sparse, type Table, tables } from "../../sparse/matrices.js";
import { relativeError } from "./definite.js";

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

test("is the inverse of the reference, for any table", () => {
  const squares = (rows: Table, scale: number) =>
    rows.map((a, i) =>
      rows.map((b, j) => a.reduce((sum, value, k) => sum + scale * value * b[k]!, i === j ? 1 : 0)),
    );
  fc.assert(
    fc.property(tables, fc.constantFrom(0.5, 2, 20), (table, lambda) => {
      const byRow = sparse(table);
      const columns = table[0]!.map((_, j) => table.map((row) => row[j]!));
      // (X Xᵀ + λ I)⁻¹ = (X Xᵀ / λ + I)⁻¹ / λ
      const dual = reference(squares(table, 1 / lambda)).flat();
      const K = Float64Array.from(dual, (value) => value / lambda);
      const found = dualInverse(byRow, transpose(byRow), K);
      expect(relativeError(found, reference(squares(columns, 1 / lambda)).flat())).toBeLessThan(1e-12);
    }),
    { seed: 1 },
  );
});
