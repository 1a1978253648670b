import fc from "fast-check";
import { expect, test } from "vitest";
import {
  collectAll,
  collectHighest,
  onlyCandidates,
  type SimilarityCollector,
} from "../../../src/kernels/similarity/similarity-collector.js";
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

test("collectHighest keeps what a sort of all similarities would keep, equal ones by index", () => {
  const level = fc.constantFrom(none, 0, 0.25, 0.5, 0.75);
  const rows = fc.integer({ min: 1, max: 9 }).chain((count) =>
    fc.array(fc.array(level, { minLength: count, maxLength: count }), {
      minLength: count,
      maxLength: count,
    }),
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (table, keep) => {
      const collector = collectHighest(table.length, keep);
      for (let x = 0; x < table.length; x++) {
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
      for (const [x, line] of table.entries()) {
        const order = [...line.keys()].filter((y) => y !== x && !Number.isNaN(line[y]));
        order.sort((a, b) => line[b]! - line[a]! || a - b);
        const kept = order.slice(0, keep);
        expect([...denseRow(matrix, x)]).toEqual(line.map((value, y) => (kept.includes(y) ? value : none)));
      }
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
