import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { UserItemFactors } from "./user-item-factors.js";

/**
 * One multiplicative update of non-negative factors for rating ≈ userFactors · itemFactors:
 *
 *     factor ×= Σ rating × other / (Σ estimate × other + n × regularization × factor)
 *
 * over the n ratings of the factor's user or item, where `other` is the factor of the other side.
 * All sums are made of the factors before the update. Factors that are at least 0 stay so; one
 * whose divisor is 0 becomes 0. Rows of `ratings` are users; `itemLengths` are the ratings of each
 * item. O(ratings × factors). Luo et al., An efficient non-negative matrix-factorization-based
 * approach to collaborative filtering, IEEE TII 10 (2), 2014; equal to Surprise's NMF. Reference:
 * src/reference/factors/nmf.ts.
 */
export function nmfPass(
  { starts, indices: items, values, rowCount: userCount }: CsrMatrix,
  itemLengths: Int32Array,
  { user, item }: UserItemFactors,
  regularization: number,
): void {
  const { values: userFactors, width } = user;
  const { values: itemFactors } = item;
  const userNumerators = new Float64Array(userFactors.length);
  const userDivisors = new Float64Array(userFactors.length);
  const itemNumerators = new Float64Array(itemFactors.length);
  const itemDivisors = new Float64Array(itemFactors.length);
  for (let u = 0; u < userCount; u++) {
    const p = u * width;
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const q = items[k] * width;
      let estimate = 0;
      for (let f = 0; f < width; f++) estimate += itemFactors[q + f] * userFactors[p + f];
      for (let f = 0; f < width; f++) {
        userNumerators[p + f] += itemFactors[q + f] * values[k];
        userDivisors[p + f] += itemFactors[q + f] * estimate;
        itemNumerators[q + f] += userFactors[p + f] * values[k];
        itemDivisors[q + f] += userFactors[p + f] * estimate;
      }
    }
  }
  for (let u = 0; u < userCount; u++) {
    const penalty = (starts[u + 1] - starts[u]) * regularization;
    multiply(userFactors, userNumerators, userDivisors, u * width, width, penalty);
  }
  for (let i = 0; i < itemLengths.length; i++) {
    const penalty = itemLengths[i] * regularization;
    multiply(itemFactors, itemNumerators, itemDivisors, i * width, width, penalty);
  }
}

function multiply(
  values: Float64Array,
  numerators: Float64Array,
  divisors: Float64Array,
  start: number,
  length: number,
  penalty: number,
): void {
  for (let k = start; k < start + length; k++) {
    const divisor = divisors[k] + penalty * values[k];
    values[k] = divisor === 0 ? 0 : (values[k] * numerators[k]) / divisor;
  }
}
