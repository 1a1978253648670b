import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchCost } from "../../../src/kernels/factors/batch-cost.js";
import { batchCostOf } from "../../../src/reference/factors/batch-cost.js";
import { factorCases, factorsOf } from "./factor-cases.js";

describe("batchCost", () => {
  test("is the cost of the reference implementation, and its gradient that of finite differences", () => {
    fc.assert(
      fc.property(factorCases(), fc.constantFrom(0, 1, 3), (start, regularization) => {
        const { ratings, width, itemFactors, userFactors } = start;
        const triplets = {
          userIndices: Int32Array.from(ratings, ({ user }) => user),
          itemIndices: Int32Array.from(ratings, ({ item }) => item),
          values: Float64Array.from(ratings, ({ rating }) => rating),
        };
        const { values } = factorsOf([...itemFactors, ...userFactors], width);
        const cost = (at: Float64Array, gradient = new Float64Array(at.length)) =>
          batchCost(triplets, itemFactors.length, { values: at, width }, regularization, gradient);
        const gradient = new Float64Array(values.length);
        const expected = batchCostOf(ratings, itemFactors, userFactors, { regularization });
        expect(Math.abs(cost(values, gradient) - expected)).toBeLessThanOrEqual(1e-12 * (1 + expected));
        for (let k = 0; k < values.length; k++) {
          const shifted = (by: number) => values.map((value, at) => (at === k ? value + by : value));
          const slope = (cost(shifted(1e-5)) - cost(shifted(-1e-5))) / 2e-5;
          expect(Math.abs(gradient[k]! - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of one rating is that worked out on paper", () => {
    const one = { userIndices: Int32Array.of(0), itemIndices: Int32Array.of(0), values: Float64Array.of(4) };
    const gradient = new Float64Array(2);
    // Item factor 2, user factor 3: error = 6 − 4 = 2.
    const factors = { values: Float64Array.of(2, 3), width: 1 };
    expect(batchCost(one, 1, factors, 0.5, gradient)).toBe(4 / 2 + 0.25 * (4 + 9));
    expect([...gradient]).toEqual([2 * 3 + 0.5 * 2, 2 * 2 + 0.5 * 3]);
  });
});
