import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawFactor, drawWeights } from "../../../src/kernels/machines/draw-columns.js";
import { sumOverRatings, updateRatings } from "../../../src/kernels/machines/row-sums.js";
import { dot } from "../../../src/math/dot.js";
import { arraysOf, type BlockCase, blockCases, productOf } from "./block-case.js";

/** Draws column after column with all ratings at hand, as the reference does. */
function drawnSlowly(
  { features, ratings, values, normals, prior }: BlockCase,
  slopeOf: (x: number, rest: number) => number,
) {
  const residuals = ratings.map(({ residual }) => residual);
  const drawn = [...values];
  for (const column of drawn.keys()) {
    const value = drawn[column]!;
    const slopes = ratings.map(({ row, others }) => {
      const x = features[row]![column]!;
      return slopeOf(x, productOf(features[row]!, drawn) - x * value + others);
    });
    const precision = prior.precision + prior.noise * dot(slopes, slopes);
    const gradient = dot(slopes, residuals) + value * dot(slopes, slopes);
    const mean = (prior.precision * prior.mean + prior.noise * gradient) / precision;
    drawn[column] = mean + normals[column]! / Math.sqrt(precision);
    for (const [t, slope] of slopes.entries()) residuals[t]! -= (drawn[column]! - value) * slope;
  }
  return { drawn, residuals };
}

function expectNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  for (const [k, value] of expected.entries()) {
    expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(value)));
  }
}

describe("drawFactor", () => {
  test("with the sums of rows draws what all ratings give, and updates residuals and totals", () => {
    fc.assert(
      fc.property(blockCases, (each) => {
        const { columns, rows, rowOfRating, residuals, totals, values, normals } = arraysOf(each);
        sumOverRatings(rowOfRating, residuals, totals, rows);
        drawFactor(columns, rows, each.prior, values, normals);
        updateRatings(rowOfRating, residuals, totals, rows);
        const expected = drawnSlowly(each, (x, others) => x * others);
        expectNear(values, expected.drawn);
        expectNear(residuals, expected.residuals);
        const own = each.ratings.map(
          ({ row, others }) => productOf(each.features[row]!, expected.drawn) + others,
        );
        expectNear(totals, own);
      }),
    );
  });
});

describe("drawWeights", () => {
  test("with the sums of rows draws what all ratings give, and updates residuals", () => {
    fc.assert(
      fc.property(blockCases, (each) => {
        const { columns, rows, rowOfRating, residuals, totals, values, normals } = arraysOf(each);
        const before = totals.slice();
        sumOverRatings(rowOfRating, residuals, totals, rows);
        drawWeights(columns, rows, each.prior, values, normals);
        updateRatings(rowOfRating, residuals, totals, rows);
        const expected = drawnSlowly(each, (x) => x);
        expectNear(values, expected.drawn);
        expectNear(residuals, expected.residuals);
        expect(totals).toEqual(before);
      }),
    );
  });
});
