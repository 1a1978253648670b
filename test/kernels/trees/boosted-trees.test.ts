import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addTree } from "../../../src/kernels/trees/add-tree.js";
import { bestSplit } from "../../../src/kernels/trees/best-split.js";
import { binColumn, binThresholds } from "../../../src/kernels/trees/bin-column.js";
import { fillHistogram, subtractHistogram } from "../../../src/kernels/trees/gradient-histogram.js";
import { splitRows } from "../../../src/kernels/trees/split-rows.js";

describe("binThresholds", () => {
  test.each([
    ["halfway between few values", [1, 1, 2, 4, 4], 255, [1.5, 3]],
    ["at quantiles of many", [1, 2, 3, 4, 5, 6, 7, 8], 4, [2.5, 4.5, 6.5]],
    ["each quantile once", [1, 1, 1, 1, 1, 2, 3, 4], 3, [1, 2]],
    ["never at the upper one of two neighbours", [1, 1 + Number.EPSILON], 255, [1]],
    ["below Infinity", [-Infinity, 5, Infinity], 255, [-Infinity, 5]],
    ["nowhere in one value", [3, 3], 255, []],
    ["nowhere in nothing", [], 255, []],
  ])("parts %s", (_, sorted, bins, expected) => {
    expect([...binThresholds(Float64Array.from(sorted), bins)]).toEqual(expected);
  });

  test("makes bins that are about equally full", () => {
    const values = Float64Array.from({ length: 10_007 }, (_, k) => k ** 2);
    const bins = new Uint8Array(values.length);
    binColumn(values, 1, 0, binThresholds(values, 255), bins);
    const counts = new Int32Array(255);
    for (const bin of bins) counts[bin]!++;
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(39);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
  });
});

test("binColumn puts a value above one threshold and not above the next, NaN last, in its column only", () => {
  const values = Float64Array.of(1, 0, 1.5, 0, 2, 0, Number.NaN, 0, Infinity, 0);
  const bins = new Uint8Array(values.length);
  expect(binColumn(values, 2, 0, Float64Array.of(1.5, 3), bins)).toBe(1);
  expect([...bins]).toEqual([0, 0, 0, 0, 1, 0, 255, 0, 2, 0]);
});

describe("histograms", () => {
  const bins = Uint8Array.of(0, 255, 1, 3, 0, 3, 7, 3);
  const gradients = Float32Array.of(1, 2, 4, 8);
  const filled = (rows: number[], start = 0) => {
    const histogram = new Float64Array(1024).fill(9);
    fillHistogram(bins, 2, Int32Array.from(rows), start, rows.length, gradients, histogram);
    return histogram;
  };

  test("hold sum and count of each feature's bins, for the rows asked for", () => {
    const histogram = filled([3, 2, 0, 1], 1);
    const at = (feature: number, bin: number) => [
      ...histogram.subarray(512 * feature + 2 * bin).subarray(0, 2),
    ];
    expect([at(0, 0), at(0, 1), at(0, 7)]).toEqual([
      [5, 2],
      [2, 1],
      [0, 0],
    ]);
    expect([at(1, 3), at(1, 255)]).toEqual([
      [6, 2],
      [1, 1],
    ]);
  });

  test("of one child are the parent's less the other's", () => {
    const parent = filled([0, 1, 2, 3]);
    subtractHistogram(filled([0, 2]), parent);
    expect(parent).toEqual(filled([1, 3]));
  });
});

test("splitRows sends each row to its side, in order, and NaN where told", () => {
  const bins = fc.array(fc.constantFrom(0, 1, 2, 100, 253, 254, 255), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(bins, fc.nat({ max: 254 }), fc.constantFrom(0, 1), (given, last, nanLeft) => {
      // Where NaN goes left, some number goes right.
      const most = nanLeft === 1 ? Math.min(last, 253) : last;
      const rows = Int32Array.from(given, (_, row) => row).reverse();
      const expected = [...rows];
      const goesLeft = (row: number) => (given[row] === 255 ? nanLeft === 1 : given[row]! <= most);
      const start = Math.min(2, rows.length);
      const asked = expected.slice(start);
      const wide = Uint8Array.from(given.flatMap((bin) => [77, bin]));
      const middle = splitRows(
        rows,
        start,
        rows.length,
        wide,
        2,
        1,
        most,
        nanLeft,
        new Int32Array(rows.length),
      );
      expect([...rows.subarray(0, start)]).toEqual(expected.slice(0, start));
      expect([...rows.subarray(start, middle)]).toEqual(asked.filter(goesLeft));
      expect([...rows.subarray(middle)]).toEqual(asked.filter((row) => !goesLeft(row)));
    }),
  );
});

describe("bestSplit", () => {
  /** Bins with sum and count; those of NaN last. */
  const found = (
    bins: [sum: number, count: number][],
    nan: [number, number],
    minRows = 1,
    regularization = 0,
  ) => {
    const histogram = new Float64Array(512);
    histogram.set(bins.flat());
    histogram.set(nan, 510);
    const [sum, count] = [...bins, nan].reduce(([s, n], [a, b]) => [s + a, n + b], [0, 0]);
    const into = new Float64Array(5).fill(9);
    const nanCounts = Int32Array.of(nan[1]);
    bestSplit(histogram, Int32Array.of(bins.length), nanCounts, sum, count, regularization, minRows, into);
    return [...into];
  };

  test.each([
    // 16 / 2 + 36 / 3 − 4 / 5
    [
      "between numbers",
      [
        [-4, 2],
        [6, 3],
      ],
      [0, 0],
      [19.2, 0, 0, 0, -4],
    ],
    // 4 / 2 + 100 / 2 − 64 / 4, with NaN among the higher
    [
      "with NaN on the right",
      [
        [-2, 2],
        [5, 1],
      ],
      [5, 1],
      [36, 0, 0, 0, -2],
    ],
    // The same with NaN among the lower.
    [
      "with NaN on the left",
      [
        [5, 1],
        [-2, 2],
      ],
      [5, 1],
      [36, 0, 0, 1, 10],
    ],
    // 4 / 2 + 25 / 1 − 9 / 3
    [
      "of NaN alone",
      [
        [-1, 1],
        [-1, 1],
      ],
      [5, 1],
      [24, 0, 1, 0, -2],
    ],
    [
      "nowhere where nothing gains",
      [
        [2, 2],
        [3, 3],
      ],
      [1, 1],
      [0, 0, 0, 0, 0],
    ],
    ["nowhere in one bin", [[2, 2]], [0, 0], [0, 0, 0, 0, 0]],
  ] as const)("splits %s, as worked out by hand", (_, bins, nan, expected) => {
    const result = found(
      bins.map(([sum, count]) => [sum, count]),
      [nan[0], nan[1]],
    );
    for (const [k, value] of expected.entries()) expect(result[k]).toBeCloseTo(value, 12);
  });

  test("counts rows and regularization in", () => {
    expect(
      found(
        [
          [-4, 2],
          [6, 3],
        ],
        [0, 0],
        3,
      ),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(
      found(
        [
          [-4, 2],
          [6, 3],
        ],
        [0, 0],
        2,
        1,
      )[0],
    ).toBeCloseTo(16 / 3 + 36 / 4 - 4 / 6, 12);
  });
});

test("addTree follows each row to its leaf, from wherever the tree's root is", () => {
  // Another tree's leaf, then: x ≤ 2, NaN left, to −1; else y ≤ 0, NaN right, to 5 or 7.
  const features = Int32Array.of(-1, 0, -1, 1, -1, -1);
  const numbers = Float64Array.of(100, 2, -1, 0, 5, 7);
  const lefts = Int32Array.of(0, 1, 0, 3, 0, 0);
  const nanLefts = Int32Array.of(0, 1, 0, 0, 0, 0);
  const values = Float64Array.of(2, 9, 3, 0, 3, 1, Number.NaN, 0, 3, Number.NaN);
  const into = Float64Array.of(10, 10, 10, 10, 10);
  addTree(values, 2, Int32Array.of(0, 1, 2, 3, 4), 1, features, numbers, lefts, nanLefts, into);
  expect([...into]).toEqual([9, 15, 17, 9, 17]);
  addTree(values, 2, Int32Array.of(4), 0, features, numbers, lefts, nanLefts, into);
  expect([...into]).toEqual([9, 15, 17, 9, 117]);
});
