import fc from "fast-check";
import { expect, test } from "vitest";
import { addDeviations, deviations } from "../../../src/kernels/similarity/deviations.js";
import { deviation } from "../../../src/reference/slope-one.js";
import { denseRow } from "../../../src/sparse/dense-row.js";
import { sparse, tables } from "../../sparse/matrices.js";

const silent = () => {};

test("by hand: the mean differences of three rows", () => {
  const matrix = sparse([
    [5, 3, 0],
    [3, 4, 0],
    [0, 2, 5],
  ]);
  const found = deviations(matrix, 1, silent);
  const none = Number.NaN;
  expect([...denseRow(found, 0)]).toEqual([none, 0.5, 1]);
  expect([...denseRow(found, 1)]).toEqual([-0.5, none, 2]);
  expect([...denseRow(found, 2)]).toEqual([-1, -2, none]);
});

test("every two rows with enough common columns have the deviation of the reference", () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 3 }), (table, minCommon) => {
      const ratings = table.flatMap((line, item) =>
        line.flatMap((rating, user) => (rating === 0 ? [] : [{ user, item, rating }])),
      );
      const found = deviations(sparse(table), minCommon, silent);
      for (let x = 0; x < table.length; x++) {
        const row = denseRow(found, x);
        for (let y = 0; y < table.length; y++) {
          const common = table[x]!.filter((value, k) => value !== 0 && table[y]![k] !== 0).length;
          if (x === y || common < minCommon) expect(row[y]).toBeNaN();
          else expect(row[y]).toBeCloseTo(deviation(ratings, x, y), 12);
        }
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("progress is reported from 0 to the number of rows", () => {
  const reported: number[] = [];
  deviations(sparse(Array.from({ length: 300 }, () => [1])), 1, (row) => reported.push(row));
  expect(reported).toEqual([0, 256, 300]);
});

test("by hand: a score is the offset plus the mean deviation from the given rows that have one", () => {
  const found = deviations(
    sparse([
      [5, 3, 0],
      [3, 4, 0],
      [0, 2, 5],
      [0, 0, 1],
    ]),
    1,
    silent,
  );
  const scores = new Float64Array(4).fill(99);
  addDeviations(Int32Array.of(1, 2), 3, found, scores);
  // Row 0: (0.5 + 1) / 2; row 1: 2 from row 2; row 2: −2 from row 1; row 3: −4 from row 2.
  expect([...scores]).toEqual([3.75, 5, 1, -1]);
  addDeviations(new Int32Array(0), 3, found, scores);
  expect([...scores]).toEqual([3, 3, 3, 3]);
});
