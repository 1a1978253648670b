import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CHANGE,
  OTHER_SQUARES,
  OTHERS,
  OWN,
  PRODUCTS,
  RESIDUALS,
  ROW_WIDTH,
} from "../../../src/kernels/machines/block-rows.js";
import { sumOverRatings, updateRatings } from "../../../src/kernels/machines/row-sums.js";
import { sum } from "../../../src/math/sum.js";
import { arraysOf, blockCases } from "./block-case.js";

describe("sumOverRatings", () => {
  test("sums what is outside of the block and the residuals over the ratings of each row", () => {
    fc.assert(
      fc.property(blockCases, (each) => {
        const { rows, rowOfRating, residuals, totals } = arraysOf(each);
        rows.fill(7, CHANGE, CHANGE + 1);
        sumOverRatings(rowOfRating, residuals, totals, rows);
        for (const row of each.features.keys()) {
          const own = each.ratings.filter((rating) => rating.row === row);
          const at = (place: number) => rows[row * ROW_WIDTH + place]!;
          expect(at(OTHERS)).toBeCloseTo(sum(own.map(({ others }) => others)), 9);
          expect(at(OTHER_SQUARES)).toBeCloseTo(sum(own.map(({ others }) => others ** 2)), 9);
          expect(at(RESIDUALS)).toBeCloseTo(sum(own.map(({ residual }) => residual)), 9);
          expect(at(PRODUCTS)).toBeCloseTo(sum(own.map(({ residual, others }) => residual * others)), 9);
          expect(at(CHANGE)).toBe(0);
        }
      }),
    );
  });
});

describe("updateRatings", () => {
  test("adds a row's change to its ratings, by hand", () => {
    const rows = new Float64Array(2 * ROW_WIDTH);
    const [residuals, totals] = [Float64Array.of(1, 2, 3), Float64Array.of(5, 7, 11)];
    const rowOfRating = Int32Array.of(0, 1, 0);
    rows[OWN] = 4;
    sumOverRatings(rowOfRating, residuals, totals, rows);
    rows[OWN] = 6;
    rows[CHANGE] = 0.5;
    updateRatings(rowOfRating, residuals, totals, rows);
    // The part outside of row 0 is 5 − 4 and 11 − 4, and the row's own part grew by 2.
    expect([...residuals]).toEqual([1 - 0.5 - 2, 2, 3 - 0.5 - 14]);
    expect([...totals]).toEqual([7, 7, 13]);
  });
});
