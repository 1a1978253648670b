import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { random } from "../../src/math/random.js";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";
import { type TruncatedSvd, truncatedSvd } from "../../src/sparse/truncated-svd.js";

function sparse(rows: readonly (readonly number[])[]): CsrMatrix {
  const filled = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  const entries = filled.flat();
  const starts = Int32Array.of(0, ...filled.map((_, row) => filled.slice(0, row + 1).flat().length));
  return CsrMatrix.fromRows({
    starts,
    indices: Int32Array.from(entries, ({ column }) => column),
    values: Float64Array.from(entries, ({ value }) => value),
    columnCount: rows[0]!.length,
  });
}

/** Ratings of 1 to 5 in a third of the cells. */
function randomRows(rowCount: number, columnCount: number, seed: number): number[][] {
  const draws = random({ seed });
  const cell = () => (draws.uniform() < 1 / 3 ? 1 + draws.below(5) : 0);
  return Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, cell));
}

/** projections × rightVectorsᵀ. */
function restored({ projections, rightVectors }: TruncatedSvd, count: number): number[][] {
  const rowsOf = (flat: Float64Array) =>
    new Matrix(
      Array.from({ length: flat.length / count }, (_, row) => [
        ...flat.subarray(row * count, (row + 1) * count),
      ]),
    );
  return rowsOf(projections).mmul(rowsOf(rightVectors).transpose()).to2DArray();
}

describe("truncatedSvd", () => {
  test("by hand: rows (3, 0) and (4, 5) have 3√5 and √5", () => {
    const svd = truncatedSvd(
      sparse([
        [3, 0],
        [4, 5],
      ]),
      2,
    );
    expect([...svd.singularValues]).toEqual([
      expect.closeTo(3 * Math.sqrt(5), 13),
      expect.closeTo(Math.sqrt(5), 13),
    ]);
    expect(Math.abs(svd.rightVectors[0]!)).toBeCloseTo(Math.SQRT1_2, 13);
  });

  test.each([
    [60, 40, 4],
    [40, 90, 7],
    [12, 30, 3],
  ])(
    "of a %i × %i matrix: values and approximation are those of ml-matrix",
    (rowCount, columnCount, count) => {
      const rows = randomRows(rowCount, columnCount, rowCount);
      const svd = truncatedSvd(sparse(rows), count, { tolerance: 1e-10 });
      const reference = new SingularValueDecomposition(new Matrix(rows), { autoTranspose: true });
      for (let k = 0; k < count; k++)
        expect(svd.singularValues[k]! / reference.diagonal[k]!).toBeCloseTo(1, 12);
      const [left, right] = [reference.leftSingularVectors, reference.rightSingularVectors];
      for (const [row, values] of restored(svd, count).entries()) {
        for (const [column, value] of values.entries()) {
          let wanted = 0;
          for (let k = 0; k < count; k++)
            wanted += left.get(row, k) * reference.diagonal[k]! * right.get(column, k);
          expect(value).toBeCloseTo(wanted, 8);
        }
      }
      expect(svd.iterations).toBeLessThan(20);
    },
  );

  test("another seed gives the same approximation, the same one the same bits", () => {
    const matrix = sparse(randomRows(50, 45, 3));
    const [first, again, other] = [1, 1, 2].map((seed) =>
      truncatedSvd(matrix, 3, { seed, tolerance: 1e-11 }),
    );
    expect(again!.rightVectors).toEqual(first!.rightVectors);
    expect(other!.rightVectors).not.toEqual(first!.rightVectors);
    for (const [k, part] of other!.rightVectors.entries())
      expect(part).toBeCloseTo(first!.rightVectors[k]!, 8);
    const [wanted, found] = [restored(first!, 3), restored(other!, 3)];
    for (const [row, values] of found.entries()) {
      for (const [column, value] of values.entries()) expect(value).toBeCloseTo(wanted[row]![column]!, 9);
    }
  });

  test("equal singular values are all found, and small ones together with large ones", () => {
    const twos = Array.from({ length: 30 }, (_, row) =>
      Array.from({ length: 30 }, (_, column) => (row === column ? 2 : 0)),
    );
    expect([...truncatedSvd(sparse(twos), 5).singularValues]).toEqual(Array(5).fill(expect.closeTo(2, 12)));
    const falling = twos.map((row, k) => row.map((value) => (value === 0 ? 0 : 10 ** (4 - k))));
    const { singularValues } = truncatedSvd(sparse(falling), 4, { tolerance: 1e-14 });
    for (const [k, value] of singularValues.entries()) expect(value / 10 ** (4 - k)).toBeCloseTo(1, 10);
  });

  test("beyond the rank all is 0, whether the matrix is small or of one row's copies", () => {
    const one = truncatedSvd(sparse(Array(40).fill([1, 2, 0, 2].concat(Array(30).fill(0)))), 3);
    expect([...one.singularValues]).toEqual([
      expect.closeTo(3 * Math.sqrt(40), 11),
      expect.closeTo(0, 11),
      expect.closeTo(0, 11),
    ]);
    const wide = truncatedSvd(sparse([[1, 2, 2]]), 3);
    expect([...wide.singularValues]).toEqual([expect.closeTo(3, 13), 0, 0]);
    expect(wide.projections).toHaveLength(3);
    expect(wide.rightVectors).toHaveLength(9);
  });

  test("reports each iteration, and stops when the signal is aborted", () => {
    const matrix = sparse(randomRows(50, 45, 3));
    const steps: number[] = [];
    const { iterations } = truncatedSvd(matrix, 3, { onProgress: ({ done }) => steps.push(done) });
    expect(steps).toEqual([...Array(iterations).keys(), 100]);
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => truncatedSvd(matrix, 3, { signal })).toThrow("enough");
  });
});
