import fc from "fast-check";
import { expect, test } from "vitest";
import {
  collectAll,
  collectHighest,
  onlyCandidates,
  type SimilarityCollector,
} from "../../../src/kernels/similarity/similarity-collector.js";
import { keptSimilarities } from "../../../src/reference/kept-entries.js";
import { denseRow } from "../../../src/sparse/dense-row.js";

const none = Number.NaN;

/** Similarities of three rows: 0 and 1, 0 and 2, 1 and 2, each forward and reverse. */
function addThree(collector: SimilarityCollector): number[][] {
  collector.add(0, Int32Array.of(1, 2), Float64Array.of(0.5, 0.9), Float64Array.of(0.4, none), 2);
  collector.add(1, Int32Array.of(2, 7), Float64Array.of(0.5, 99), Float64Array.of(0.3, 99), 1);
  const matrix = collector.rows();
  return [0, 1, 2].map((row) => [...denseRow(matrix, row)]);
}

test("collectAll keeps both directions, and leaves NaN out", () => {
  expect(addThree(collectAll(3))).toEqual([
    [none, 0.5, 0.9],
    [0.4, none, 0.5],
    [none, 0.3, none],
  ]);
});

test("collectAll copies the arrays, which the caller reuses", () => {
  const collector = collectAll(2);
  const values = Float64Array.of(0.5);
  collector.add(0, Int32Array.of(1), values, values, 1);
  values[0] = 0.1;
  expect([...denseRow(collector.rows(), 1)]).toEqual([0.5, none]);
});

test("collectHighest keeps the highest of each row", () => {
  expect(addThree(collectHighest(3, 1))).toEqual([
    [none, none, 0.9],
    [none, none, 0.5],
    [none, 0.3, none],
  ]);
});

const level = fc.constantFrom(none, 0, 0.25, 0.5, 0.75);
const squares = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const line = fc.array(level, { minLength: size, maxLength: size });
  return fc.array(line, { minLength: size, maxLength: size });
});

/** What a collector makes of all similarities of a table. */
function collected(table: readonly (readonly number[])[], collector: SimilarityCollector): number[][] {
  for (const x of table.keys()) {
    const others = Array.from({ length: table.length - x - 1 }, (_, k) => x + 1 + k);
    collector.add(
      x,
      Int32Array.from(others),
      Float64Array.from(others, (y) => table[x]![y]!),
      Float64Array.from(others, (y) => table[y]![x]!),
      others.length,
    );
  }
  const matrix = collector.rows();
  return table.map((_, row) => [...denseRow(matrix, row)]);
}

test("collectAll and collectHighest keep what the reference keeps, equal ones by index", () => {
  fc.assert(
    fc.property(squares, fc.integer({ min: 1, max: 4 }), (table, keep) => {
      expect(collected(table, collectAll(table.length))).toEqual(keptSimilarities(table));
      expect(collected(table, collectHighest(table.length, keep))).toEqual(keptSimilarities(table, { keep }));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("onlyCandidates keeps what the reference keeps of candidates", () => {
  const candidates = fc.uint8Array({ max: 1, minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(squares, candidates, fc.integer({ min: 1, max: 4 }), (table, chosen, keep) => {
      const collector = onlyCandidates(collectHighest(table.length, keep), chosen.slice(0, table.length));
      const isCandidate = (column: number) => chosen[column] === 1;
      expect(collected(table, collector)).toEqual(keptSimilarities(table, { keep, isCandidate }));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("onlyCandidates keeps the neighbours that are candidates", () => {
  expect(addThree(onlyCandidates(collectAll(3), Uint8Array.of(0, 1, 0)))).toEqual([
    [none, 0.5, none],
    [none, none, none],
    [none, 0.3, none],
  ]);
});
