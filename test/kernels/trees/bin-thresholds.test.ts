import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binColumn } from "../../../src/kernels/trees/bin-column.js";
import { binThresholds } from "../../../src/kernels/trees/bin-thresholds.js";
import { binThresholds as reference } from "../../../src/reference/gradient-histogram.js";

describe("binThresholds", () => {
  test.each([
    ["halfway between few values", [1, 1, 2, 4, 4], 255, [1.5, 3]],
    ["at quantiles of many", [1, 2, 3, 4, 5, 6, 7, 8], 4, [2.5, 4.5, 6.5]],
    ["each quantile once", [1, 1, 1, 1, 1, 2, 3, 4], 3, [1, 2]],
    ["never at the upper one of two neighbours", [1, 1 + Number.EPSILON], 255, [1]],
    ["below Infinity", [-Infinity, 5, Infinity], 255, [-Infinity, 5]],
    ["nowhere in one value", [3, 3], 255, []],
    ["nowhere in nothing", [], 255, []],
  ])("lie %s", (_, sorted, maxBins, expected) => {
    expect([...binThresholds(Float64Array.from(sorted), maxBins)]).toEqual(expected);
  });

  test("make bins that are about equally full", () => {
    const values = Float64Array.from({ length: 10_007 }, (_, k) => k ** 2);
    const bins = new Uint8Array(values.length);
    binColumn({ values, width: 1 }, 0, binThresholds(values, 255), bins);
    const counts = new Int32Array(255);
    for (const bin of bins) counts[bin]!++;
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(39);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
  });

  test("are those of the reference implementation", () => {
    const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0.1, 0.2, -Infinity, Infinity));
    // Powers of 2: quantiles of which no rounding decides between which values they lie.
    const maxBins = fc.constantFrom(1, 2, 4, 8);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), maxBins, (values, most) => {
        const sorted = Float64Array.from(values).sort();
        expect([...binThresholds(sorted, most)]).toEqual(reference(values, most));
      }),
    );
  });
});
