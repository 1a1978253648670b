import fc from "fast-check";
import { expect, test } from "vitest";
import { binColumn } from "../../../src/kernels/trees/bin-column.js";
import { binColumn as reference } from "../../../src/reference/gradient-histogram.js";

test("puts a value above one threshold and not above the next, NaN last, in its column only", () => {
  const values = Float64Array.of(1, 0, 1.5, 0, 2, 0, Number.NaN, 0, Infinity, 0);
  const bins = new Uint8Array(values.length);
  expect(binColumn({ values, width: 2 }, 0, Float64Array.of(1.5, 3), bins)).toBe(1);
  expect([...bins]).toEqual([0, 0, 0, 0, 1, 0, 255, 0, 2, 0]);
});

test("gives the bins of the reference implementation, and counts NaN", () => {
  const number = fc.double({ min: -3, max: 3 });
  const thresholds = fc.uniqueArray(
    number.filter((value) => !Number.isNaN(value)),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-2, -1, 0, 1, 2, Number.NaN)), thresholds, (values, unsorted) => {
      const sorted = Float64Array.from(unsorted).sort();
      const bins = new Uint8Array(values.length);
      const nanCount = binColumn({ values: Float64Array.from(values), width: 1 }, 0, sorted, bins);
      expect([...bins]).toEqual(reference(values, [...sorted]));
      expect(nanCount).toBe(values.filter(Number.isNaN).length);
    }),
  );
});
