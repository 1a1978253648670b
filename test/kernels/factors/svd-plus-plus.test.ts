import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { svdPlusPlusPass as kernel } from "../../../src/kernels/factors/svd-plus-plus.js";
import { svdPlusPlusPass } from "../../../src/reference/factors/svd-plus-plus.js";
import { sparse } from "../../sparse/matrices.js";
import { copyOf, expectClose, factorCases, factorsOf } from "./factor-cases.js";

const rates = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biasRegularization: fc.constantFrom(0, 0.03, 0.4),
  implicitRegularization: fc.constantFrom(0, 0.04, 0.6),
  deferred: fc.boolean(),
});

describe("svdPlusPlusPass", () => {
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
          implicit: factorsOf(start.implicitFactors, width),
        };
        const model = {
          mean,
          userBiases: [...start.userBiases],
          itemBiases: [...start.itemBiases],
          userFactors: copyOf(start.userFactors),
          itemFactors: copyOf(start.itemFactors),
          implicitFactors: copyOf(start.implicitFactors),
        };
        for (let epoch = 0; epoch < 2; epoch++) {
          kernel(byUser, biases, factors, { ...step, deferred: step.deferred ? 1 : 0 });
          svdPlusPlusPass(ratings, model, step);
        }
        expectClose(biases.user, model.userBiases);
        expectClose(biases.item, model.itemBiases);
        expectClose(factors.user.values, model.userFactors.flat());
        expectClose(factors.item.values, model.itemFactors.flat());
        expectClose(factors.implicit.values, model.implicitFactors.flat());
      }),
      { numRuns: 200 },
    );
  });

  test("a user without ratings changes nothing", () => {
    const factors = {
      user: factorsOf([[1, 2]], 2),
      item: factorsOf([[3, 4]], 2),
      implicit: factorsOf([[5, 6]], 2),
    };
    const biases = { mean: 3, user: Float64Array.of(1), item: Float64Array.of(1) };
    kernel(sparse([[0]]), biases, factors, {
      learningRate: 0.1,
      regularization: 0.1,
      biasRegularization: 0.1,
      implicitRegularization: 0.1,
      deferred: 0,
    });
    expect([...factors.user.values, ...factors.item.values, ...factors.implicit.values]).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect([...biases.user, ...biases.item]).toEqual([1, 1]);
  });
});
