import { describe, expect, test } from "vitest";
import { leastSquaresFactors } from "../../../src/models/factors/least-squares-factors.js";
import { FixedSide } from "../../../src/models/factors/own-factors.js";
import { normalEquations, solveEquations } from "../../../src/reference/factors/als-side.js";

const items = [
  [1, 2],
  [-1, 0.5],
  [0.3, -2],
];
const biases = [0.2, -0.4, 0.1];
const side = new FixedSide(3, Float64Array.from(biases), {
  values: Float64Array.from(items.flat()),
  width: 2,
});
const row = { indices: Int32Array.of(2, 0), values: Float64Array.of(5, 2) };
const regularization = (count: number) => 0.1 * count;

describe("the factors that fit ratings best", () => {
  test.each([true, false])("solve the equations of the reference, with a bias: %s", (biased) => {
    const width = biased ? 3 : 2;
    const equations = [...row.indices].map((item, k) => ({
      factors: [...items[item]!, ...(biased ? [1] : [])],
      weight: 1,
      target: row.values[k]! - 3 - biases[item]!,
    }));
    const zeros = Array.from({ length: width }, () => Array<number>(width).fill(0));
    const expected = solveEquations(normalEquations(equations, zeros, 0.2));
    const { bias, factors } = leastSquaresFactors(row, side, { biased, regularization });
    for (const f of [0, 1]) expect(factors[f]).toBeCloseTo(expected[f]!, 12);
    expect(bias).toBeCloseTo(biased ? expected[2]! : 0, 12);
  });

  test("are 0 without ratings", () => {
    const none = { indices: new Int32Array(0), values: new Float64Array(0) };
    const { bias, factors } = leastSquaresFactors(none, side, { biased: true, regularization });
    expect([bias, ...factors]).toEqual([0, 0, 0]);
  });
});
