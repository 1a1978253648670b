import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitWeights } from "../../../src/models/ensembles/fit-weights.js";

const free = { positiveOnly: false };
const positive = { positiveOnly: true };

describe("fitWeights", () => {
  test("a weight is the slope of the line, worked out by hand", () => {
    // x = 0 1 2 3, y = 1 2 3 6: slope Σ(x − 1.5)(y − 3) / Σ(x − 1.5)² = 8 / 5, intercept 3 − 1.5 ×
    // 1.6.
    const { weights, intercept } = fitWeights(
      [Float64Array.of(0, 1, 2, 3)],
      Float64Array.of(1, 2, 3, 6),
      free,
    );
    expect(weights[0]).toBeCloseTo(1.6, 12);
    expect(intercept).toBeCloseTo(0.6, 12);
  });

  test("a weight that would be below 0 is 0, and the other weights adapt", () => {
    // y = x − z, and z = x but for its last: with z at 0, the slope of y on x is 1.5 / 5.
    const [x, z] = [Float64Array.of(0, 1, 2, 3), Float64Array.of(0, 1, 2, 2)];
    const y = x.map((value, k) => value - z[k]!);
    expect(fitWeights([x, z], y, free).weights.map((weight) => weight.toFixed(9))).toEqual([
      "1.000000000",
      "-1.000000000",
    ]);
    const { weights, intercept } = fitWeights([x, z], y, positive);
    expect(weights[0]).toBeCloseTo(0.3, 12);
    expect(weights[1]).toBe(0);
    expect(intercept).toBeCloseTo(0.25 - 0.45, 12);
  });

  test("a column that is the same everywhere gets 0, rounding or not", () => {
    const column = Float64Array.of(0.1 + 0.2, 0.3, 0.3, 0.3);
    expect(fitWeights([column], Float64Array.of(1, 2, 3, 4), free)).toEqual({ intercept: 2.5, weights: [0] });
  });

  test("columns that hardly differ get their own weights", () => {
    const x = Float64Array.from({ length: 50 }, (_, k) => Math.sin(k));
    const z = x.map((value, k) => value + 0.01 * Math.cos(3 * k));
    const { weights, intercept } = fitWeights(
      [x, z],
      x.map((value, k) => 2 + 0.3 * value + 0.5 * z[k]!),
      positive,
    );
    expect(weights[0]).toBeCloseTo(0.3, 6);
    expect(weights[1]).toBeCloseTo(0.5, 6);
    expect(intercept).toBeCloseTo(2, 9);
  });

  test("no step away from the weights makes the squared error less", () => {
    // Tenths: columns that differ by less are so nearly collinear that descent takes minutes.
    const number = fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10);
    const table = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, fc.boolean(), (rows, positiveOnly) => {
        const column = (place: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[place]);
        const { weights, intercept } = fitWeights([column(0), column(1)], column(2), { positiveOnly });
        const error = (a: number, b: number, c: number) =>
          rows.reduce((sum, [x, z, y]) => sum + (y - c - a * x - b * z) ** 2, 0);
        const [a, b] = weights as [number, number];
        for (const [da, db, dc] of [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
          [1, -1, 0],
          [1, 1, -1],
        ] as const) {
          for (const step of [-0.01, 0.01]) {
            if (positiveOnly && (a + step * da < 0 || b + step * db < 0)) continue;
            const moved = error(a + step * da, b + step * db, intercept + step * dc);
            expect(moved).toBeGreaterThanOrEqual(error(a, b, intercept) - 1e-7);
          }
        }
        if (positiveOnly) expect(Math.min(a, b)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});
