import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nmfPass as kernel } from "../../../src/kernels/factors/nmf.js";
import { nmfPass } from "../../../src/reference/factors/nmf.js";
import { rowLengths } from "../../../src/sparse/row-lengths.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { expectClose, factorCases, factorsOf } from "./factor-cases.js";

describe("nmfPass", () => {
  test("gives the numbers of the reference implementation, for any number of factors", () => {
    fc.assert(
      fc.property(factorCases({ min: 0 }), fc.constantFrom(0, 0.06, 2), (start, regularization) => {
        const { byUser, ratings, width } = start;
        const user = factorsOf(start.userFactors, width);
        const item = factorsOf(start.itemFactors, width);
        let model: ReturnType<typeof nmfPass> = {
          userFactors: start.userFactors.map((row) => [...row]),
          itemFactors: start.itemFactors.map((row) => [...row]),
        };
        for (let epoch = 0; epoch < 2; epoch++) {
          kernel(byUser, rowLengths(transpose(byUser)), { user, item }, regularization);
          model = nmfPass(ratings, model.userFactors, model.itemFactors, regularization);
        }
        expectClose(user.values, model.userFactors.flat());
        expectClose(item.values, model.itemFactors.flat());
      }),
      { numRuns: 200 },
    );
  });

  test("factors stay at least 0", () => {
    fc.assert(
      fc.property(factorCases({ min: 0 }), ({ byUser, userFactors, itemFactors, width }) => {
        const [user, item] = [factorsOf(userFactors, width), factorsOf(itemFactors, width)];
        kernel(byUser, rowLengths(transpose(byUser)), { user, item }, 0.06);
        for (const value of [...user.values, ...item.values]) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
