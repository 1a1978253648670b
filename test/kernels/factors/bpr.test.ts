import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bprCost, bprPass } from "../../../src/kernels/factors/bpr.js";
import { random } from "../../../src/math/random.js";
import { drawUnrated } from "../../../src/models/factors/negative-sampling/draw-unrated.js";
import { bprPairCost, bprStep } from "../../../src/reference/factors/bpr.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { copyOf, expectClose, factorCases, factorsOf } from "./factor-cases.js";

const rowOf = (flat: Float64Array, row: number, width: number) => [
  ...flat.subarray(row * width, (row + 1) * width),
];

/** The items that each user has rated: the columns of each row. */
function matrixOf(starts: readonly number[], rated: readonly number[]): CsrMatrix {
  const [indices, values] = [Int32Array.from(rated), new Float64Array(rated.length).fill(1)];
  return CsrMatrix.fromRows({ starts: Int32Array.from(starts), indices, values, columnCount: 4 });
}

/** The gradient at `x` by finite differences. */
function slopes(cost: () => number, x: Float64Array): number[] {
  return Array.from(x, (value, k) => {
    const at = (shifted: number) => {
      x[k] = shifted;
      return cost();
    };
    const slope = (at(value + 1e-5) - at(value - 1e-5)) / 2e-5;
    x[k] = value;
    return slope;
  });
}

function start(factors: number) {
  const draws = random({ seed: 5 });
  const normal = (length: number) => new Float64Array(length).map(() => draws.normal());
  return { itemBiases: normal(4), userFactors: normal(2 * factors), itemFactors: normal(4 * factors) };
}

describe.each([1, 2, 5])("Bayesian personalized ranking, %s factors:", (factors) => {
  const [user, rated, negative, regularization] = [1, 3, 0, 0.3];

  test("a step goes down the gradient of the pair's cost by finite differences", () => {
    const learningRate = 1e-3;
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const item = (row: number) => ({ bias: itemBiases[row]!, factors: rowOf(itemFactors, row, factors) });
    const cost = () =>
      bprPairCost(
        { user: rowOf(userFactors, user, factors), rated: item(rated), negative: item(negative) },
        regularization,
      );
    const parts = [itemBiases, userFactors, itemFactors] as const;
    const expected = parts.map((part) => slopes(cost, part));
    const before = parts.map((part) => part.slice());
    const both = {
      user: { values: userFactors, width: factors },
      item: { values: itemFactors, width: factors },
    };
    const pair = matrixOf([0, 0, 1], [rated]);
    const rates = { learningRate, regularization, biased: 1 } as const;
    bprPass(Int32Array.of(user), pair, Int32Array.of(negative), itemBiases, both, rates);
    for (const [p, part] of parts.entries()) {
      for (const [k, value] of part.entries())
        expect((value - before[p]![k]!) / learningRate).toBeCloseTo(-expected[p]![k]!, 7);
    }
  });

  test("without biases these stay as they are, and a pair without a negative is skipped", () => {
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const parts = [itemBiases, userFactors, itemFactors] as const;
    const before = parts.map((part) => part.slice());
    const two = Int32Array.of(0, 1);
    const both = {
      user: { values: userFactors, width: factors },
      item: { values: itemFactors, width: factors },
    };
    const rates = { learningRate: 0.1, regularization: 0, biased: 0 } as const;
    bprPass(two, matrixOf([0, 1, 2], [1, 3]), Int32Array.of(2, -1), itemBiases, both, rates);
    expect(itemBiases).toEqual(before[0]);
    expect(rowOf(userFactors, 0, factors)).not.toEqual(rowOf(before[1]!, 0, factors));
    expect(rowOf(userFactors, 1, factors)).toEqual(rowOf(before[1]!, 1, factors));
    expect(rowOf(itemFactors, 3, factors)).toEqual(rowOf(before[2]!, 3, factors));
  });

  test("a user's cost is the mean over its rounds, and its gradient that of finite differences", () => {
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const x = userFactors.slice(0, factors);
    const [two, negatives] = [Int32Array.of(1, 3), Int32Array.of(0, 2, 2, 2, 0, 0)];
    const items = { values: itemFactors, width: factors };
    const gradient = new Float64Array(factors);
    const cost = () =>
      bprCost(two, negatives, itemBiases, items, regularization, x, new Float64Array(factors));
    const item = (row: number) => ({ bias: itemBiases[row]!, factors: rowOf(itemFactors, row, factors) });
    const costs = Array.from(negatives, (j, pair) =>
      bprPairCost({ user: [...x], rated: item(two[pair % 2]!), negative: item(j) }, 0),
    );
    const squares = x.reduce((sum, value) => sum + value ** 2, 0);
    const expected = costs.reduce((sum, each) => sum + each, 0) / 3 + regularization * squares;
    expect(bprCost(two, negatives, itemBiases, items, regularization, x, gradient)).toBeCloseTo(expected, 12);
    for (const [k, slope] of slopes(cost, x).entries()) expect(gradient[k]).toBeCloseTo(slope, 7);
  });
});

const rates = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biased: fc.boolean(),
});

test("bprPass gives the numbers of the reference's steps, epoch after epoch", () => {
  fc.assert(
    fc.property(factorCases(), rates, fc.nat(1000), (start, step, seed) => {
      const { byUser, width } = start;
      const itemBiases = Float64Array.from(start.itemBiases);
      const both = { user: factorsOf(start.userFactors, width), item: factorsOf(start.itemFactors, width) };
      const model = {
        itemBiases: [...start.itemBiases],
        userFactors: copyOf(start.userFactors),
        itemFactors: copyOf(start.itemFactors),
      };
      const draws = random({ seed });
      const order = draws.permutation(byUser.rowCount);
      const negatives = new Int32Array(byUser.indices.length);
      for (let epoch = 0; epoch < 3; epoch++) {
        draws.shuffle(order);
        drawUnrated(byUser, draws, negatives);
        bprPass(order, byUser, negatives, itemBiases, both, { ...step, biased: step.biased ? 1 : 0 });
        for (const user of order) {
          for (let k = byUser.starts[user]!; k < byUser.starts[user + 1]!; k++) {
            const sample = { user, rated: byUser.indices[k]!, negative: negatives[k]! };
            if (sample.negative >= 0) bprStep(model, sample, step);
          }
        }
      }
      expectClose(itemBiases, model.itemBiases);
      expectClose(both.user.values, model.userFactors.flat());
      expectClose(both.item.values, model.itemFactors.flat());
    }),
    { seed: 1, numRuns: 200 },
  );
});
