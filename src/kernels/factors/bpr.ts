import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * One pass of stochastic gradient ascent, user by user in some order, over pairs of items of which
 * the user has rated the one, an entry of the user's row, and not the other, beside it in `others`:
 *
 *     Σ ln σ(lead) − regularization / 2 × Σ squares, with lead = score of liked − score of other, σ(x) = 1 / (1 + e⁻ˣ)
 *     score = itemBias + userFactors · itemFactors
 *
 * Each pair moves the numbers of its user and both items by learningRate × their slopes, all from their values before the step; biases
 * only where `biased` is 1. A pair whose other item is -1 is left out. O(pairs × factors). Rendle et al., BPR: Bayesian
 * personalized ranking from implicit feedback, UAI 2009.
 */
export function bprPass(
  order: Int32Array,
  { starts, indices: liked }: CsrMatrix,
  others: Int32Array,
  biased: number,
  factors: number,
  learningRate: number,
  regularization: number,
  itemBiases: Float64Array,
  userFactors: Float64Array,
  itemFactors: Float64Array,
): void {
  const kept = 1 - learningRate * regularization;
  for (let n = 0; n < order.length; n++) {
    const u = order[n];
    const p = u * factors;
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const i = liked[k];
      const j = others[k];
      if (j < 0) continue;
      const lead = leadOf(itemBiases, userFactors, p, itemFactors, i, j, factors);
      const step = learningRate / (1 + Math.exp(lead));
      if (biased === 1) {
        itemBiases[i] = kept * itemBiases[i] + step;
        itemBiases[j] = kept * itemBiases[j] - step;
      }
      moveRows(userFactors, p, itemFactors, i * factors, j * factors, factors, kept, step);
    }
  }
}

/**
 * What one person's factors cost while those of the items stay, and its gradient, written into `gradient`:
 *
 *     mean over the rounds of Σ −ln σ(lead) + n × regularization / 2 × |factors|²
 *
 * for n items liked; `others` holds the other item of each, round after round. O(pairs × factors).
 */
export function bprCost(
  liked: Int32Array,
  others: Int32Array,
  factors: number,
  regularization: number,
  itemBiases: Float64Array,
  itemFactors: Float64Array,
  userFactors: Float64Array,
  gradient: Float64Array,
): number {
  const n = liked.length;
  const share = n / others.length;
  let cost = 0;
  for (let f = 0; f < factors; f++) {
    gradient[f] = n * regularization * userFactors[f];
    cost += 0.5 * gradient[f] * userFactors[f];
  }
  for (let pair = 0; pair < others.length; pair++) {
    const i = liked[pair % n];
    const j = others[pair];
    const lead = leadOf(itemBiases, userFactors, 0, itemFactors, i, j, factors);
    // ln(1 + e^−lead) without overflow.
    cost += share * (Math.max(0, -lead) + Math.log1p(Math.exp(-Math.abs(lead))));
    const slope = share / (1 + Math.exp(lead));
    for (let f = 0; f < factors; f++) {
      gradient[f] -= slope * (itemFactors[i * factors + f] - itemFactors[j * factors + f]);
    }
  }
  return cost;
}

/** Moves a user's factors and those of both items, two places at a time, which with the four sums below saves a seventh. */
function moveRows(
  userFactors: Float64Array,
  p: number,
  itemFactors: Float64Array,
  a: number,
  b: number,
  factors: number,
  kept: number,
  step: number,
): void {
  let f = 0;
  for (; f + 1 < factors; f += 2) {
    const user0 = userFactors[p + f];
    const liked0 = itemFactors[a + f];
    const other0 = itemFactors[b + f];
    const user1 = userFactors[p + f + 1];
    const liked1 = itemFactors[a + f + 1];
    const other1 = itemFactors[b + f + 1];
    const shift0 = step * user0;
    userFactors[p + f] = kept * user0 + step * (liked0 - other0);
    itemFactors[a + f] = kept * liked0 + shift0;
    itemFactors[b + f] = kept * other0 - shift0;
    const shift1 = step * user1;
    userFactors[p + f + 1] = kept * user1 + step * (liked1 - other1);
    itemFactors[a + f + 1] = kept * liked1 + shift1;
    itemFactors[b + f + 1] = kept * other1 - shift1;
  }
  if (f < factors) {
    const user = userFactors[p + f];
    const liked = itemFactors[a + f];
    const other = itemFactors[b + f];
    userFactors[p + f] = kept * user + step * (liked - other);
    itemFactors[a + f] = kept * liked + step * user;
    itemFactors[b + f] = kept * other - step * user;
  }
}

/** By how much a user's score of item i is above that of item j. */
function leadOf(
  itemBiases: Float64Array,
  userFactors: Float64Array,
  p: number,
  itemFactors: Float64Array,
  i: number,
  j: number,
  factors: number,
): number {
  const a = i * factors;
  const b = j * factors;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let f = 0;
  for (; f + 3 < factors; f += 4) {
    sum0 += userFactors[p + f] * (itemFactors[a + f] - itemFactors[b + f]);
    sum1 += userFactors[p + f + 1] * (itemFactors[a + f + 1] - itemFactors[b + f + 1]);
    sum2 += userFactors[p + f + 2] * (itemFactors[a + f + 2] - itemFactors[b + f + 2]);
    sum3 += userFactors[p + f + 3] * (itemFactors[a + f + 3] - itemFactors[b + f + 3]);
  }
  for (; f < factors; f++) sum0 += userFactors[p + f] * (itemFactors[a + f] - itemFactors[b + f]);
  return itemBiases[i] - itemBiases[j] + (sum0 + sum1 + sum2 + sum3);
}
