// @module-tag slow
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { invertPositiveDefinite } from "../../../../src/kernels/dense/invert-positive-definite.js";
import { inverseOn } from "../../../../src/kernels/wasm/dense/invert-positive-definite.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { random } from "../../../../src/math/random.js";
import { relativeError } from "../../dense/definite.js";
import { countingRuntime, runtimes, strayHelper } from "../on-threads.js";

const silent = () => {};

/** Products of the columns of a random table, and something on the diagonal. */
function definite(size: number): Float64Array {
  const draws = random({ seed: 5 });
  const table = Float64Array.from({ length: (size + 2) * size }, () => draws.normal());
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (let row = 0; row < size + 2; row++) {
        matrix[i * size + j] += table[row * size + i]! * table[row * size + j]!;
      }
    }
    matrix[i * size + i] += 0.5;
  }
  return matrix;
}

describe.each(runtimes)("the inverse in WebAssembly on $threads threads", (runtime) => {
  const invert = inverseOn(runtime);

  // Sizes around a tile of 4 and a block of 128.
  test.each([0, 1, 2, 3, 4, 5, 31, 63, 64, 65, 66, 127, 128, 129, 131, 200, 257])(
    "has the bits of the plain kernel for %i rows",
    (size) => {
      const matrix = definite(size);
      const expected = matrix.slice();
      expect(invertPositiveDefinite(expected, size, silent)).toBe(true);
      expect(invert(matrix, size, silent)).toBe(true);
      expect(matrix).toEqual(expected);
    },
  );

  test("agrees with ml-matrix", () => {
    const matrix = definite(150);
    const expected = inverse(Matrix.from1DArray(150, 150, matrix)).to1DArray();
    invert(matrix, 150, silent);
    expect(relativeError(matrix, expected)).toBeLessThan(1e-12);
  });

  test("reads the lower half alone", () => {
    const lower = definite(70).map((value, k) => (k % 70 > Math.floor(k / 70) ? Number.NaN : value));
    const expected = definite(70);
    invert(lower, 70, silent);
    invert(expected, 70, silent);
    expect(lower).toEqual(expected);
  });

  test("refuses what is not positive definite, and works afterwards", () => {
    expect(invert(Float64Array.of(1, 2, 2, 1), 2, silent)).toBe(false);
    expect(invert(Float64Array.of(Number.NaN), 1, silent)).toBe(false);
    const last = definite(130);
    last[129 * 130 + 129] = -1;
    expect(invert(last, 130, silent)).toBe(false);
    expect(invert(Float64Array.of(1, 0.5, 0.5, 1), 2, silent)).toBe(true);
  });

  test("tells how many columns are done, and passes on what the report throws", () => {
    const done: number[] = [];
    invert(definite(130), 130, (columns) => done.push(columns));
    expect(done).toEqual([0, 128, 130]);
    const abort = (columns: number) => {
      if (columns === 128) throw new Error("aborted");
    };
    expect(() => invert(definite(130), 130, abort)).toThrow("aborted");
    expect(invert(definite(130), 130, silent)).toBe(true);
  });

  test("may run inside of another", () => {
    const [outer, inner, expected] = [definite(130), definite(70), definite(70)];
    invert(outer, 130, (columns) => {
      if (columns === 128) invert(inner, 70, silent);
    });
    invert(expected, 70, silent);
    expect(inner).toEqual(expected);
    const alone = definite(130);
    invert(alone, 130, silent);
    expect(outer).toEqual(alone);
  });
});

test("a helper that is killed costs time, and no digit", () => {
  const runtime = new Runtime({
    threads: 2,
    relaxedSimd: false,
    takesSmallJobs: true,
    patience: 300,
    startHelper: () => strayHelper("process.exit(1);"),
  });
  const [matrix, expected] = [definite(200), definite(200)];
  inverseOn(runtime)(matrix, 200, silent);
  invertPositiveDefinite(expected, 200, silent);
  expect(matrix).toEqual(expected);
});

test("small matrices are left to the plain kernel", () => {
  const { runtime, opened } = countingRuntime();
  const invert = inverseOn(runtime);
  invert(definite(20), 20, silent);
  expect(opened()).toBe(0);
  invert(definite(200), 200, silent);
  expect(opened()).toBe(1);
});
