import fc from "fast-check";
import { expect, test } from "vitest";
import { addTile, panelPlace } from "../../../src/kernels/dense/add-tile.js";

/** A panel of 8 rows, packed. */
function packed(rows: readonly (readonly number[])[], depth: number): Float64Array {
  const panel = new Float64Array(8 * depth);
  for (const [r, row] of rows.entries())
    for (const [k, value] of row.entries()) panel[panelPlace(r, k, depth)] = value;
  return panel;
}

test("panelPlace gives every number a place of its own", () => {
  const places = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((r) => [0, 1, 2].map((k) => panelPlace(r, k, 3)));
  expect(new Set(places).size).toBe(24);
  expect(Math.max(...places)).toBe(23);
});

test("addTile adds one tile of left × rightᵀ and changes nothing else", () => {
  const panel = fc.nat(9).chain((depth) => {
    const row = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: depth, maxLength: depth });
    const rows = fc.array(row, { minLength: 8, maxLength: 8 });
    return fc.tuple(fc.constant(depth), rows, rows);
  });
  fc.assert(
    fc.property(panel, fc.constantFrom(0, 4), fc.constantFrom(0, 4), ([depth, left, right], i, j) => {
      const into = { values: new Float64Array(9 * 8).fill(5), width: 9 };
      addTile(packed(left, depth), packed(right, depth), depth, into, i, j);
      for (let r = 0; r < 8; r++) {
        for (let c = 0; c < 9; c++) {
          const isInTile = r >= i && r < i + 4 && c >= j && c < j + 4;
          const sum = isInTile ? left[r]!.reduce((total, x, k) => total + x * right[c]![k]!, 0) : 0;
          expect(into.values[r * 9 + c]).toBe(5 + sum);
        }
      }
    }),
  );
});
