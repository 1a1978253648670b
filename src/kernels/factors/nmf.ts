import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * One multiplicative update of non-negative factors for rating ≈ userFactors · itemFactors (and biases, where `biased` is 1, by gradient):
 *
 *     factor ×= Σ rating × other / (Σ estimate × other + n × regularization × factor)
 *
 * over the n ratings of the factor's user or item, first all users, then all items, with the sums of one pass. Factors
 * that start at or above 0 stay there. O(ratings × factors). Luo et al. 2014; the order is that of Surprise's NMF.
 */
export function nmfPass(
  { starts, indices: items, values, rowCount: userCount }: CsrMatrix,
  itemLengths: Int32Array,
  factors: number,
  regularization: number,
  userFactors: Float64Array,
  itemFactors: Float64Array,
): void {
  const userTop = new Float64Array(userFactors.length);
  const userBottom = new Float64Array(userFactors.length);
  const itemTop = new Float64Array(itemFactors.length);
  const itemBottom = new Float64Array(itemFactors.length);
  for (let u = 0; u < userCount; u++) {
    const p = u * factors;
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const q = items[k] * factors;
      let estimate = 0;
      for (let f = 0; f < factors; f++) estimate += itemFactors[q + f] * userFactors[p + f];
      for (let f = 0; f < factors; f++) {
        userTop[p + f] += itemFactors[q + f] * values[k];
        userBottom[p + f] += itemFactors[q + f] * estimate;
        itemTop[q + f] += userFactors[p + f] * values[k];
        itemBottom[q + f] += userFactors[p + f] * estimate;
      }
    }
  }
  for (let u = 0; u < userCount; u++) {
    const n = starts[u + 1] - starts[u];
    multiply(userFactors, userTop, userBottom, u * factors, factors, n * regularization);
  }
  for (let i = 0; i < itemLengths.length; i++) {
    multiply(itemFactors, itemTop, itemBottom, i * factors, factors, itemLengths[i] * regularization);
  }
}

function multiply(
  values: Float64Array,
  top: Float64Array,
  bottom: Float64Array,
  start: number,
  length: number,
  pull: number,
): void {
  for (let k = start; k < start + length; k++) {
    const divisor = bottom[k] + pull * values[k];
    values[k] = divisor === 0 ? 0 : (values[k] * top[k]) / divisor;
  }
}
