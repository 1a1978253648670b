import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adaGradStep, logisticCost } from "../../../src/kernels/factors/logistic.js";
import { logisticStep, logisticCost as plainCost } from "../../../src/reference/factors/logistic.js";
import { expectClose } from "./factor-cases.js";

/** A user and five items, of which the user has rated the second and the last. */
const cases = fc.integer({ min: 0, max: 6 }).chain((width) => {
  const numbers = (length: number) =>
    fc.array(
      fc.integer({ min: -32, max: 32 }).map((n) => n / 16),
      { minLength: length, maxLength: length },
    );
  return fc.record({
    width: fc.constant(width),
    own: numbers(width + 1),
    biases: numbers(5),
    factors: fc.array(numbers(width), { minLength: 5, maxLength: 5 }),
    confidences: fc.tuple(fc.constantFrom(0, 0.5, 3), fc.constantFrom(1, 40)),
    regularization: fc.constantFrom(0, 0.3, 2),
  });
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function kernelCost({ width, biases, factors, confidences, regularization }: Case, own: Float64Array) {
  const row = { indices: Int32Array.of(1, 4), values: Float64Array.from(confidences) };
  const others = { values: Float64Array.from(factors.flat()), width, biases: Float64Array.from(biases) };
  const gradient = new Float64Array(width + 1);
  const cost = logisticCost(row, Int32Array.of(0, 2, 3), 1, others, regularization, own, gradient);
  return { cost, gradient };
}

function plainRow({ width, own, biases, factors, confidences }: Case) {
  return {
    own: { bias: own[width]!, factors: own.slice(0, width) },
    others: biases.map((bias, item) => ({ bias, factors: factors[item]! })),
    confidences: [0, confidences[0], 0, 0, confidences[1]],
  };
}

describe("logistic matrix factorization:", () => {
  test("the cost is the reference's, and its gradient that of finite differences", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const own = Float64Array.from(given.own);
        const { cost, gradient } = kernelCost(given, own);
        const expected = plainCost(plainRow(given), given.regularization);
        expect(Math.abs(cost - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
        for (const [k, value] of own.entries()) {
          const at = (shifted: number) => kernelCost(given, own.with(k, shifted)).cost;
          const slope = (at(value + 1e-5) - at(value - 1e-5)) / 2e-5;
          expect(Math.abs(gradient[k]! - slope)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("three steps of AdaGrad give the numbers of the reference's", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 0.1, 1), (given, learningRate) => {
        const own = Float64Array.from(given.own);
        const squares = new Float64Array(own.length + 2);
        const plain = { row: plainRow(given), squares: given.own.map(() => 0) };
        for (let step = 0; step < 3; step++) {
          const { gradient } = kernelCost(given, own);
          adaGradStep(own, gradient, squares, 2, learningRate);
          logisticStep(plain.row, plain.squares, { learningRate, regularization: given.regularization });
        }
        expectClose(squares.subarray(2), plain.squares);
        expect([...squares.subarray(0, 2)]).toEqual([0, 0]);
        expectClose(own, [...plain.row.own.factors, plain.row.own.bias]);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test("a weight counts each negative as often, and the cost of large scores is finite", () => {
    const one = { values: new Float64Array(0), width: 0, biases: Float64Array.of(0, 800, -800) };
    const none = { indices: new Int32Array(0), values: new Float64Array(0) };
    const gradient = new Float64Array(1);
    const own = Float64Array.of(0);
    expect(logisticCost(none, Int32Array.of(0), 4, one, 0, own, gradient)).toBeCloseTo(4 * Math.LN2, 14);
    expect(gradient[0]).toBe(2);
    const two = { indices: Int32Array.of(1, 2), values: Float64Array.of(1, 1) };
    expect(logisticCost(two, new Int32Array(0), 1, one, 0, own, gradient)).toBe(2 * 800 - 800 + 800);
    expect(gradient[0]).toBe(2 - 1 - 1);
  });
});
