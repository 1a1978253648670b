import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCommonSums, SUM_COUNTS, type SumsName } from "../../../src/kernels/similarity/common-sums.js";
import { commonSums } from "../../../src/reference/common-sums.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { sparse, tables } from "../../sparse/matrices.js";

const names = Object.keys(SUM_COUNTS) as SumsName[];

test("by hand: rows (2, 3, 0) and (4, 5, 6) share two columns", () => {
  const columns = transpose(
    sparse([
      [2, 3, 0],
      [4, 5, 6],
    ]),
  );
  const row = { indices: Int32Array.of(0, 1), values: Float64Array.of(2, 3) };
  const sums = new Float64Array(12);
  addCommonSums("moments", row, columns, columns.starts, sums);
  expect([...sums.subarray(6)]).toEqual([2, 8 + 15, 4 + 9, 16 + 25, 2 + 3, 4 + 5]);
});

test("entries before `from` are left out, and sums are added to what `sums` holds", () => {
  const columns = transpose(sparse([[1], [2], [3]]));
  const sums = Float64Array.of(100, 100, 100);
  addCommonSums(
    "dots",
    { indices: Int32Array.of(0), values: Float64Array.of(5) },
    columns,
    Int32Array.of(1),
    sums,
  );
  expect([...sums]).toEqual([100, 110, 115]);
});

describe.each(names)("%s", (name) => {
  test("of a row with every row are those of the reference", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const matrix = sparse(table);
        const columns = transpose(matrix);
        const ratings = table.map((line) => new Map([...line.entries()].filter(([, value]) => value !== 0)));
        for (let x = 0; x < table.length; x++) {
          const width = SUM_COUNTS[name];
          const sums = new Float64Array(table.length * width);
          addCommonSums(name, rowOf(matrix, x), columns, columns.starts, sums);
          for (let y = 0; y < table.length; y++) {
            const found = [...sums.subarray(y * width, (y + 1) * width)];
            const expected = commonSums(name, ratings[x]!, ratings[y]!);
            expect(found).toEqual(expected.map((sum) => expect.closeTo(sum, 10)));
          }
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

test("columns of any length are summed, also those that the unrolled loop does not divide", () => {
  for (let length = 0; length <= 9; length++) {
    const columns = transpose(sparse(Array.from({ length: length + 1 }, (_, k) => [k + 1])));
    const sums = new Float64Array(length + 1);
    const row = { indices: Int32Array.of(0), values: Float64Array.of(2) };
    addCommonSums("dots", row, columns, columns.starts, sums);
    expect([...sums]).toEqual(Array.from({ length: length + 1 }, (_, k) => 2 * (k + 1)));
  }
});
