import fc from "fast-check";
import { expect, test } from "vitest";
import { addRow } from "../../../src/kernels/dense/add-row.js";
import { addRows } from "../../../src/kernels/dense/add-rows.js";

// Whole numbers: their sums are exact in every order.
const whole = fc.integer({ min: -9, max: 9 });

test("addRows adds what addRow adds row by row, for any number of rows and columns", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.tuple(fc.nat(4), whole), { maxLength: 14 }),
      fc.nat(3),
      (width, entries, start) => {
        const rows = { values: Float64Array.from({ length: 5 * width }, (_, k) => k * k - 7 * k), width };
        const indices = Int32Array.from(entries, ([index]) => index);
        const from = Math.min(start, entries.length);
        const scales = Float64Array.from(entries.slice(from), ([, scale]) => scale);
        const [found, expected] = [new Float64Array(width).fill(3), new Float64Array(width).fill(3)];
        addRows(rows, indices, from, indices.length, scales, found);
        for (const [k, scale] of scales.entries())
          addRow(rows.values, indices[from + k]! * width, scale, expected);
        expect(found).toEqual(expected);
      },
    ),
  );
});
