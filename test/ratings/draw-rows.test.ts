import { expect, test } from "vitest";
import { random } from "../../src/math/random.js";
import { drawRows } from "../../src/ratings/draw-rows.js";

const rows = Int32Array.of(2, 3, 5, 7, 11);

test("parts rows in two, both in their order", () => {
  for (let count = 0; count <= rows.length; count++) {
    const { drawn, others } = drawRows(rows, count, random({ seed: count }));
    expect(drawn).toHaveLength(count);
    expect([...drawn, ...others].sort((a, b) => a - b)).toEqual([...rows]);
    for (const part of [drawn, others]) expect([...part]).toEqual([...part].sort((a, b) => a - b));
  }
});

test("draws each set of rows equally often", () => {
  const draws = random({ seed: 5 });
  const counts = new Map<string, number>();
  for (let k = 0; k < 10_000; k++) {
    const set = drawRows(rows, 2, draws).drawn.join();
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  // Five standard deviations of a share of a tenth.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
