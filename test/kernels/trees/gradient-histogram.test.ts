import fc from "fast-check";
import { expect, test } from "vitest";
import { fillHistogram, subtractHistogram } from "../../../src/kernels/trees/gradient-histogram.js";
import { gradientHistogram } from "../../../src/reference/gradient-histogram.js";

const bins = Uint8Array.of(0, 255, 1, 3, 0, 3, 7, 3);
const gradients = Float32Array.of(1, 2, 4, 8);

/** The histogram of some of the four rows above, from the place `start` on. */
function filled(rows: number[], start = 0): Float64Array {
  const histogram = new Float64Array(1024).fill(9);
  fillHistogram({ bins, width: 2 }, Int32Array.from(rows), start, rows.length, gradients, histogram);
  return histogram;
}

test("holds sum and count of each feature's bins, for the rows asked for", () => {
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

test("of one child is the parent's minus the other's", () => {
  const parent = filled([0, 1, 2, 3]);
  subtractHistogram(filled([0, 2]), parent);
  expect(parent).toEqual(filled([1, 3]));
});

test("is that of the reference implementation", () => {
  const row = fc.record({
    bins: fc.array(fc.constantFrom(0, 1, 2, 254, 255), { minLength: 3, maxLength: 3 }),
    gradient: fc.integer({ min: -8, max: 8 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const histogram = new Float64Array(3 * 512);
      const binned = { bins: Uint8Array.from(rows.flatMap((each) => each.bins)), width: 3 };
      const all = Int32Array.from(rows.keys());
      const slopes = rows.map(({ gradient }) => gradient);
      fillHistogram(binned, all, 0, rows.length, Float32Array.from(slopes), histogram);
      const expected = gradientHistogram(
        rows.map((each) => each.bins),
        slopes,
      );
      expect([...histogram].map((value) => value + 0)).toEqual(
        expected.flat().flatMap(({ sum, count }) => [sum, count]),
      );
    }),
  );
});
