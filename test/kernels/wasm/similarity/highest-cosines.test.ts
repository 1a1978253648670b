import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highestCosines } from "../../../../src/kernels/similarity/highest-cosines.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { highestCosinesOn } from "../../../../src/kernels/wasm/similarity/highest-cosines.js";
import { random } from "../../../../src/math/random.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { runtimes, strayHelper } from "../on-threads.js";

const silent = () => {};

/** A matrix whose values are few, so that many cosines are equal; entries of a row in any order. */
function ratingsMatrix(rowCount: number, columnCount: number, share = 0.5): CsrMatrix {
  const draws = random({ seed: 3 });
  const entries: { row: number; column: number; value: number }[] = [];
  for (let column = 0; column < columnCount; column++) {
    for (let row = 0; row < rowCount; row++) {
      if (draws.uniform() < share) entries.push({ row, column, value: 1 + draws.below(3) });
    }
  }
  entries.sort(() => draws.uniform() - 0.5);
  return CsrMatrix.fromTriplets({
    rowCount,
    columnCount,
    rows: Int32Array.from(entries, ({ row }) => row),
    columns: Int32Array.from(entries, ({ column }) => column),
    values: Float64Array.from(entries, ({ value }) => value),
  });
}

describe.each(runtimes)("the highest cosines in WebAssembly on $threads threads", (runtime) => {
  const inWasm = highestCosinesOn(runtime);

  // Around parts of 8 rows, and reports after 256.
  const hasPlainBits = (rowCount: number) => {
    const matrix = ratingsMatrix(rowCount, 40);
    for (const keep of [1, 5, rowCount - 1, rowCount].filter((each) => each >= 1)) {
      expect(inWasm(matrix, keep, silent)).toEqual(highestCosines(matrix, keep, silent));
    }
  };
  const title = "have the bits of the plain kernel for %i rows";
  test.each([0, 1, 2, 3, 8, 9])(title, hasPlainBits);
  test.each([256, 257])(title, { tags: "slow" }, hasPlainBits);

  test("are those of the plain kernel for any matrix", () => {
    const line = fc.array(fc.constantFrom(0, 1, 1, 2, 0.1, -1), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (table, keep) => {
        const entries = table.flatMap((values, row) =>
          values.flatMap((value, column) => (value === 0 ? [] : [{ row, column, value }])),
        );
        const matrix = CsrMatrix.fromTriplets({
          rowCount: table.length,
          columnCount: 6,
          rows: Int32Array.from(entries, ({ row }) => row),
          columns: Int32Array.from(entries, ({ column }) => column),
          values: Float64Array.from(entries, ({ value }) => value),
        });
        expect(inWasm(matrix, keep, silent)).toEqual(highestCosines(matrix, keep, silent));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test("tell how many rows are done, and pass on what the report throws", () => {
    const done: number[] = [];
    const matrix = ratingsMatrix(300, 40);
    inWasm(matrix, 3, (row) => done.push(row));
    expect(done).toEqual([0, 256, 300]);
    const stop = () => {
      throw new Error("enough");
    };
    expect(() => inWasm(matrix, 3, stop)).toThrow("enough");
    expect(inWasm(matrix, 3, silent)).toEqual(highestCosines(matrix, 3, silent));
  });
});

test("few products, and rows that share few columns, take the plain kernel", () => {
  const noHelper = () => expect.unreachable();
  const options = { threads: 2, relaxedSimd: false, startHelper: noHelper };
  const dense = ratingsMatrix(60, 40);
  expect(highestCosinesOn(new Runtime(options))(dense, 3, silent)).toEqual(highestCosines(dense, 3, silent));
  const sparse = ratingsMatrix(60, 40, 0.02);
  const small = new Runtime({ ...options, takesSmallJobs: true });
  expect(highestCosinesOn(small)(sparse, 3, silent)).toEqual(highestCosines(sparse, 3, silent));
});

test("a helper that ends in the middle of its part does not change the result", () => {
  const startHelper = () => strayHelper("process.exit()");
  const options = { threads: 2, relaxedSimd: false, startHelper, takesSmallJobs: true, patience: 100 };
  const matrix = ratingsMatrix(300, 40);
  const expected = highestCosines(matrix, 3, silent);
  expect(highestCosinesOn(new Runtime(options))(matrix, 3, silent)).toEqual(expected);
});
