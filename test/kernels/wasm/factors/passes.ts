import { random } from "../../../../src/math/random.js";
import { simulateRatings } from "../../../../src/ratings/simulation/simulator.js";
import type { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { type FactorCase, factorsOf } from "../../factors/factor-cases.js";

/** What a pass changes, as copies that it may change. */
export function startOf({ userBiases, itemBiases, width, ...rows }: FactorCase) {
  return {
    biases: { mean: 3.5, user: Float64Array.from(userBiases), item: Float64Array.from(itemBiases) },
    factors: {
      user: factorsOf(rows.userFactors, width),
      item: factorsOf(rows.itemFactors, width),
      implicit: factorsOf(rows.implicitFactors, width),
    },
  };
}

/** A case that is large enough for WebAssembly: 20,000 ratings, and odd numbers of everything. */
export function largeCase(width: number): FactorCase {
  const { byUser, users, items } = simulateRatings({ users: 301, items: 203, count: 20_000, seed: 3 });
  const draws = random({ seed: 4 });
  const rows = (count: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => draws.uniform()));
  return {
    byUser,
    ratings: [],
    width,
    userBiases: new Array(users.size).fill(0.1),
    itemBiases: new Array(items.size).fill(-0.1),
    userFactors: rows(users.size),
    itemFactors: rows(items.size),
    implicitFactors: rows(items.size),
  };
}

/** Numbers of ratings of each item. */
export function lengthsOf({ indices, columnCount }: CsrMatrix): Int32Array {
  const lengths = new Int32Array(columnCount);
  for (const item of indices) lengths[item]!++;
  return lengths;
}
