import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bprCost, bprPass } from "../../../src/kernels/factors/bpr.js";
import { missingNumber } from "../../../src/kernels/factors/missing-number.js";
import { random } from "../../../src/math/random.js";
import { bprPairCost } from "../../../src/reference/bpr.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";

const rowOf = (flat: Float64Array, row: number, width: number) => [
  ...flat.subarray(row * width, (row + 1) * width),
];

/** What each user liked: the columns of each row. */
function matrixOf(starts: readonly number[], liked: readonly number[]): CsrMatrix {
  const [indices, values] = [Int32Array.from(liked), new Float64Array(liked.length).fill(1)];
  return CsrMatrix.fromRows({ starts: Int32Array.from(starts), indices, values, columnCount: 4 });
}

/** The slope at each place of `x`, from the cost a little to both sides of it. */
function slopes(cost: () => number, x: Float64Array): number[] {
  return Array.from(x, (value, k) => {
    const at = (moved: number) => {
      x[k] = moved;
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

describe.each([1, 2, 5])("Bayesian personalised ranking, %s factors:", (factors) => {
  const [user, liked, other, regularization] = [1, 3, 0, 0.3];

  test("a step goes down the slope of the pair's cost, as differences tell it", () => {
    const learningRate = 1e-3;
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const item = (row: number) => ({ bias: itemBiases[row]!, factors: rowOf(itemFactors, row, factors) });
    const cost = () =>
      bprPairCost(
        { user: rowOf(userFactors, user, factors), liked: item(liked), other: item(other) },
        regularization,
      );
    const parts = [itemBiases, userFactors, itemFactors] as const;
    const wanted = parts.map((part) => slopes(cost, part));
    const before = parts.map((part) => part.slice());
    const pair = matrixOf([0, 0, 1], [liked]);
    bprPass(
      Int32Array.of(user),
      pair,
      Int32Array.of(other),
      1,
      factors,
      learningRate,
      regularization,
      ...parts,
    );
    for (const [p, part] of parts.entries()) {
      for (const [k, value] of part.entries())
        expect((value - before[p]![k]!) / learningRate).toBeCloseTo(-wanted[p]![k]!, 7);
    }
  });

  test("without biases those stay, and a pair without another item is left out", () => {
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const parts = [itemBiases, userFactors, itemFactors] as const;
    const before = parts.map((part) => part.slice());
    const two = Int32Array.of(0, 1);
    bprPass(two, matrixOf([0, 1, 2], [1, 3]), Int32Array.of(2, -1), 0, factors, 0.1, 0, ...parts);
    expect(itemBiases).toEqual(before[0]);
    expect(rowOf(userFactors, 0, factors)).not.toEqual(rowOf(before[1]!, 0, factors));
    expect(rowOf(userFactors, 1, factors)).toEqual(rowOf(before[1]!, 1, factors));
    expect(rowOf(itemFactors, 3, factors)).toEqual(rowOf(before[2]!, 3, factors));
  });

  test("a person's cost is the mean of its rounds, and its gradient what differences tell", () => {
    const { itemBiases, userFactors, itemFactors } = start(factors);
    const x = userFactors.slice(0, factors);
    const [likes, others] = [Int32Array.of(1, 3), Int32Array.of(0, 2, 2, 2, 0, 0)];
    const gradient = new Float64Array(factors);
    const cost = () =>
      bprCost(likes, others, factors, regularization, itemBiases, itemFactors, x, new Float64Array(factors));
    const item = (row: number) => ({ bias: itemBiases[row]!, factors: rowOf(itemFactors, row, factors) });
    const misfits = Array.from(others, (j, pair) =>
      bprPairCost({ user: [...x], liked: item(likes[pair % 2]!), other: item(j) }, 0),
    );
    const squares = x.reduce((sum, value) => sum + value ** 2, 0);
    const wanted = misfits.reduce((sum, misfit) => sum + misfit, 0) / 3 + regularization * squares;
    expect(bprCost(likes, others, factors, regularization, itemBiases, itemFactors, x, gradient)).toBeCloseTo(
      wanted,
      12,
    );
    for (const [k, slope] of slopes(cost, x).entries()) expect(gradient[k]).toBeCloseTo(slope, 7);
  });
});

test("the n-th missing number is that of a list of all that are missing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 30 }), fc.nat(5), (set, before) => {
      const ascending = Int32Array.from(set).sort();
      const numbers = Int32Array.from([...Array(before).fill(7), ...ascending, 9]);
      const missing = Array.from({ length: 60 }, (_, number) => number).filter(
        (number) => !set.includes(number),
      );
      for (const [n, number] of missing.entries())
        expect(missingNumber(numbers, before, before + ascending.length, n)).toBe(number);
    }),
  );
});
