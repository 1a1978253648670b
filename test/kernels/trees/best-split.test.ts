import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestSplit } from "../../../src/kernels/trees/best-split.js";
import { fillHistogram } from "../../../src/kernels/trees/gradient-histogram.js";
import { random } from "../../../src/math/random.js";
import { bestSplit as reference, splitRows } from "../../../src/reference/boosted-trees.js";

/** Sum and count of one bin. */
type Bin = readonly [sum: number, count: number];

/** The best split of one feature by its bins, with NaN in a bin of its own. */
function splitOf(bins: readonly Bin[], nan: Bin, limits = { minRows: 1, regularization: 0 }) {
  const histogram = new Float64Array(512);
  histogram.set(bins.flat());
  histogram.set(nan, 510);
  const [sum, count] = [...bins, nan].reduce(([s, n], [a, b]) => [s + a, n + b], [0, 0]);
  const counts = { binCounts: Int32Array.of(bins.length), nanCounts: Int32Array.of(nan[1]) };
  return bestSplit(histogram, counts, { sum, count }, limits);
}

describe("bestSplit", () => {
  const [low, high]: Bin[] = [
    [-4, 2],
    [6, 3],
  ];

  test("splits between numbers, as worked out by hand", () => {
    // 16 / 2 + 36 / 3 − 4 / 5
    const expected = { gain: expect.closeTo(19.2, 12), feature: 0, lastBin: 0, nanLeft: 0, leftSum: -4 };
    expect(splitOf([low!, high!], [0, 0])).toEqual(expected);
  });

  test("sends NaN to the better side, as worked out by hand", () => {
    // 4 / 2 + 100 / 2 − 64 / 4, with NaN on the side of the 5.
    const gain = expect.closeTo(36, 12);
    const right: Bin[] = [
      [-2, 2],
      [5, 1],
    ];
    const nan: Bin = [5, 1];
    expect(splitOf(right, nan)).toEqual({ gain, feature: 0, lastBin: 0, nanLeft: 0, leftSum: -2 });
    expect(splitOf([...right].reverse(), nan)).toEqual({
      gain,
      feature: 0,
      lastBin: 0,
      nanLeft: 1,
      leftSum: 10,
    });
  });

  test("splits NaN off all numbers, as worked out by hand", () => {
    // 4 / 2 + 25 / 1 − 9 / 3
    const numbers: Bin[] = [
      [-1, 1],
      [-1, 1],
    ];
    expect(splitOf(numbers, [5, 1])).toEqual({
      gain: expect.closeTo(24, 12),
      feature: 0,
      lastBin: 1,
      nanLeft: 0,
      leftSum: -2,
    });
  });

  test("gives gain 0 where no split has any", () => {
    const none = { gain: 0, feature: 0, lastBin: 0, nanLeft: 0, leftSum: 0 };
    const even: Bin[] = [
      [2, 2],
      [3, 3],
    ];
    expect(splitOf(even, [1, 1])).toEqual(none);
    expect(splitOf([[2, 2]], [0, 0])).toEqual(none);
  });

  test("keeps minRows on each side and counts the regularization", () => {
    const limits = { minRows: 2, regularization: 1 };
    const regularized = splitOf([low!, high!], [0, 0], limits);
    expect(regularized.gain).toBeCloseTo(16 / 3 + 36 / 4 - 4 / 6, 12);
    expect(splitOf([low!, high!], [0, 0], { minRows: 3, regularization: 0 }).gain).toBe(0);
  });

  test("finds the split of the reference implementation, bins being values", () => {
    const table = fc.record({
      seed: fc.nat(),
      count: fc.integer({ min: 1, max: 15 }),
      width: fc.integer({ min: 1, max: 3 }),
    });
    const limits = fc.record({
      minRows: fc.integer({ min: 1, max: 3 }),
      regularization: fc.constantFrom(0, 0.5, 2),
    });
    fc.assert(
      fc.property(table, limits, ({ seed, count, width }, options) => {
        const draws = random({ seed });
        const drawn = () => (draws.below(5) === 0 ? Number.NaN : draws.below(6));
        const rows = Array.from({ length: count }, () => Array.from({ length: width }, drawn));
        // Normal residuals: two splits have the same gain only where they part the rows in the same
        // way.
        const residuals = [...Float32Array.from(rows, () => draws.normal())];
        const bins = Uint8Array.from(rows.flat(), (value) => (Number.isNaN(value) ? 255 : value));
        const gradients = Float32Array.from(residuals, (residual) => -residual);
        const histogram = new Float64Array(512 * width);
        const all = Int32Array.from(rows.keys());
        fillHistogram({ bins, width }, all, 0, count, gradients, histogram);
        const counts = {
          binCounts: new Int32Array(width).fill(6),
          nanCounts: Int32Array.from(
            { length: width },
            (_, k) => rows.filter((row) => Number.isNaN(row[k])).length,
          ),
        };
        const sum = gradients.reduce((total, gradient) => total + gradient, 0);
        const found = bestSplit(histogram, counts, { sum, count }, options);
        const expected = reference(rows, residuals, options);
        expect(found.gain).toBeCloseTo(expected?.gain ?? 0, 9);
        if (!expected) return;
        const sides = splitRows(rows, {
          feature: found.feature,
          threshold: found.lastBin,
          isNanLeft: found.nanLeft === 1,
        });
        const { left, right } = splitRows(rows, expected);
        expect([left, right]).toContainEqual(sides.left);
        expect([left, right]).toContainEqual(sides.right);
        const leftSum = sides.left.reduce((total, row) => total - residuals[row]!, 0);
        expect(found.leftSum).toBeCloseTo(leftSum, 9);
      }),
      { numRuns: 300 },
    );
  });
});
