// @module-tag slow
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allSimilarities, similaritiesOfRow } from "../../../src/kernels/similarity/all-similarities.js";
import { collectAll, collectHighest } from "../../../src/kernels/similarity/similarity-collector.js";
import type { SimilarityKernel } from "../../../src/kernels/similarity/similarity-of-sums.js";
import { keptSimilarities } from "../../../src/reference/kept-entries.js";
import { similarity } from "../../../src/reference/similarity.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { denseRow } from "../../../src/sparse/dense-row.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { transpose } from "../../../src/sparse/transpose.js";

const names: (SimilarityKernel | "spearman")[] = [
  "cosine",
  "dot",
  "cosine-common",
  "pearson",
  "spearman",
  "msd",
  "euclidean",
  "rmsd",
  "jaccard",
  "conditional",
];

const entry = fc.record({
  row: fc.nat(6),
  column: fc.nat(6),
  value: fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
});
const entries = fc.uniqueArray(entry, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 45 });

function matrixOf(all: readonly { row: number; column: number; value: number }[], rowCount = 7): CsrMatrix {
  return CsrMatrix.fromTriplets({
    rowCount,
    columnCount: 7,
    rows: Int32Array.from(all, ({ row }) => row),
    columns: Int32Array.from(all, ({ column }) => column),
    values: Float64Array.from(all, ({ value }) => value),
  });
}

function byColumn(matrix: CsrMatrix, row: number): Map<number, number> {
  const { indices, values } = rowOf(matrix, row);
  return new Map(Array.from(indices, (column, k) => [column, values[k]!]));
}

/** A matrix as a table, NaN where it has no entry. */
function table(matrix: CsrMatrix): number[][] {
  return Array.from({ length: matrix.rowCount }, (_, row) => [...denseRow(matrix, row)]);
}

function compared(
  name: SimilarityKernel | "spearman",
  matrix: CsrMatrix,
  minCommon = 1,
  shrinkage = 0,
  keep?: number,
) {
  const { rowCount } = matrix;
  const collector = keep ? collectHighest(rowCount, keep) : collectAll(rowCount);
  allSimilarities({ name, minCommon, shrinkage, sampleCorrection: 0 }, matrix, collector, () => {});
  return collector.rows();
}

describe("allSimilarities", () => {
  /** Compares all pairs with the reference. */
  function expectReference(
    name: SimilarityKernel | "spearman",
    matrix: CsrMatrix,
    minCommon = 1,
    shrinkage = 0,
  ) {
    const found = table(compared(name, matrix, minCommon, shrinkage));
    for (let x = 0; x < matrix.rowCount; x++) {
      for (let y = 0; y < matrix.rowCount; y++) {
        const [a, b] = [byColumn(matrix, x), byColumn(matrix, y)];
        const common = [...a.keys()].filter((column) => b.has(column)).length;
        const defined = x !== y && common >= minCommon;
        const expected = defined ? (similarity(name, a, b) * common) / (common + shrinkage) : Number.NaN;
        if (Number.isNaN(expected)) expect(found[x]![y]).toBeNaN();
        else expect(found[x]![y]).toBeCloseTo(expected, 9);
      }
    }
  }

  test.each(names)("%s equals the reference for every pair", (name) => {
    fc.assert(
      fc.property(
        entries,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(0, 2),
        (all, minCommon, shrinkage) => expectReference(name, matrixOf(all), minCommon, shrinkage),
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test.each(names)("%s equals it if most rows share no column, too", (name) => {
    const far = fc.record({ row: fc.nat(59), column: fc.nat(6), value: fc.integer({ min: 1, max: 5 }) });
    const few = fc.uniqueArray(far, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 60 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 2 }), (all, minCommon) =>
        expectReference(name, matrixOf(all, 60), minCommon),
      ),
      { seed: 6, numRuns: 10 },
    );
  });

  test.each(names)("%s of one row alone is the same as among all", (name) => {
    fc.assert(
      fc.property(entries, (all) => {
        const matrix = matrixOf(all);
        const columns = transpose(matrix);
        const measure = { name, minCommon: 1, shrinkage: 0, sampleCorrection: 0 };
        const expected = table(compared(name, matrix));
        for (let row = 0; row < 7; row++) {
          const found = similaritiesOfRow(measure, rowOf(matrix, row), matrix, columns);
          for (let other = 0; other < 7; other++)
            if (other !== row) expect(found[other]).toEqual(expected[row]![other]);
        }
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  test("the highest kept are the highest of all, equal ones by index", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 4 }), (all, keep) => {
        const every = table(compared("jaccard", matrixOf(all)));
        const kept = table(compared("jaccard", matrixOf(all), 1, 0, keep));
        expect(kept).toEqual(keptSimilarities(every, { keep }));
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test("variance that is only rounding error gives no correlation", () => {
    const third = 13 / 3;
    const all = [0, 1].flatMap((row) =>
      [0, 1, 2, 3, 4].map((column) => ({ row, column, value: row === 0 ? third : column + 1 })),
    );
    expect(table(compared("pearson", matrixOf(all)))[0]![1]).toBeNaN();
  });
});
