import fc from "fast-check";
import { expect, test } from "vitest";
import { splitRows } from "../../../src/kernels/trees/split-rows.js";
import { splitRows as reference } from "../../../src/reference/boosted-trees.js";

test("sends each row to its side, in order, and NaN to the side that the split gives", () => {
  // Bins 3, 1, NaN, 2, 0 of the second of two features; rows 4 to 0, without the first.
  const binned = { bins: Uint8Array.of(9, 3, 9, 1, 9, 255, 9, 2, 9, 0), width: 2 };
  const split = (nanLeft: number) => {
    const rows = Int32Array.of(4, 3, 2, 1, 0);
    const middle = splitRows(rows, 1, 5, binned, { feature: 1, lastBin: 1, nanLeft }, new Int32Array(4));
    return [middle, ...rows];
  };
  expect(split(0)).toEqual([2, 4, 1, 3, 2, 0]);
  expect(split(1)).toEqual([3, 4, 2, 1, 3, 0]);
});

test("splits as the reference implementation, bins being values", () => {
  const bins = fc.array(fc.constantFrom(0, 1, 2, 100, 253, 254, 255), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(bins, fc.nat({ max: 254 }), fc.constantFrom(0, 1), (given, last, nanLeft) => {
      // Where NaN goes left, some number goes right.
      const lastBin = nanLeft === 1 ? Math.min(last, 253) : last;
      const rows = Int32Array.from(given.keys());
      const start = Math.min(2, rows.length);
      const binned = { bins: Uint8Array.from(given.flatMap((bin) => [77, bin])), width: 2 };
      const spare = new Int32Array(rows.length);
      const middle = splitRows(rows, start, rows.length, binned, { feature: 1, lastBin, nanLeft }, spare);
      const values = given.slice(start).map((bin) => [bin === 255 ? Number.NaN : bin]);
      const split = { feature: 0, threshold: lastBin, isNanLeft: nanLeft === 1 };
      const { left, right } = reference(values, split);
      expect([...rows.subarray(0, start)]).toEqual([...given.keys()].slice(0, start));
      expect([...rows.subarray(start, middle)]).toEqual(left.map((place) => start + place));
      expect([...rows.subarray(middle)]).toEqual(right.map((place) => start + place));
    }),
  );
});
