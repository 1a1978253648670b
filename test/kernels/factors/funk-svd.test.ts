import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funkSvdPass as kernel } from "../../../src/kernels/factors/funk-svd.js";
import { funkSvdPass } from "../../../src/reference/factors/funk-svd.js";
import { sparse } from "../../sparse/matrices.js";
import { copyOf, expectClose, factorCases, factorsOf } from "./factor-cases.js";

const rates = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biased: fc.boolean(),
});

describe("funkSvdPass", () => {
  test("gives the numbers of the reference implementation, for any number of factors", () => {
    fc.assert(
      fc.property(factorCases(), rates, fc.double({ min: 0, max: 5, noNaN: true }), (start, step, mean) => {
        const { byUser, ratings, width } = start;
        const biases = {
          mean,
          user: Float64Array.from(start.userBiases),
          item: Float64Array.from(start.itemBiases),
        };
        const factors = {
          user: factorsOf(start.userFactors, width),
          item: factorsOf(start.itemFactors, width),
        };
        const model = {
          mean,
          userBiases: [...start.userBiases],
          itemBiases: [...start.itemBiases],
          userFactors: copyOf(start.userFactors),
          itemFactors: copyOf(start.itemFactors),
        };
        for (let epoch = 0; epoch < 2; epoch++) {
          kernel(byUser, biases, factors, { ...step, biased: step.biased ? 1 : 0 });
          funkSvdPass(ratings, model, step);
        }
        expectClose(biases.user, model.userBiases);
        expectClose(biases.item, model.itemBiases);
        expectClose(factors.user.values, model.userFactors.flat());
        expectClose(factors.item.values, model.itemFactors.flat());
      }),
      { numRuns: 200 },
    );
  });

  test.each([1, 2, 3, 4, 5, 8, 9])("with %i factors, all of them are updated", (width) => {
    const [user, item] = [
      factorsOf([Array(width).fill(0.5)], width),
      factorsOf([Array(width).fill(1)], width),
    ];
    const biases = { mean: 0, user: new Float64Array(1), item: new Float64Array(1) };
    kernel(
      sparse([[1 + width / 2]]),
      biases,
      { user, item },
      { learningRate: 0.1, regularization: 0, biased: 0 },
    );
    // error = 1: p += 0.1 × 1 × 1, q += 0.1 × 1 × 0.5.
    for (const value of user.values) expect(value).toBeCloseTo(0.6, 15);
    for (const value of item.values) expect(value).toBeCloseTo(1.05, 15);
  });
});
