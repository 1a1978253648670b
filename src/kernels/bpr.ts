/**
 * One pass of stochastic gradient ascent over pairs of items, of which a user has rated the one, `liked`, and not the other, `others`:
 *
 *     Σ ln σ(lead) − regularization / 2 × Σ squares, with lead = score of liked − score of other, σ(x) = 1 / (1 + e⁻ˣ)
 *     score = itemBias + userFactors · itemFactors
 *
 * Each pair in `order` moves the numbers of its user and both items by learningRate × their slopes, all from their values before the step;
 * biases only where `biased` is 1. A pair whose other item is -1 is left out. O(pairs × factors). Rendle et al., BPR: Bayesian
 * personalized ranking from implicit feedback, UAI 2009.
 */
export function bprPass(
  order: Int32Array,
  users: Int32Array,
  liked: Int32Array,
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
    const pair = order[n]!;
    const i = liked[pair]!;
    const j = others[pair]!;
    if (j < 0) continue;
    const p = users[pair]! * factors;
    const lead =
      itemBiases[i]! - itemBiases[j]! + dotWithDifference(userFactors, p, itemFactors, i, j, factors);
    const step = learningRate / (1 + Math.exp(lead));
    if (biased === 1) {
      itemBiases[i] = kept * itemBiases[i]! + step;
      itemBiases[j] = kept * itemBiases[j]! - step;
    }
    const a = i * factors;
    const b = j * factors;
    for (let f = 0; f < factors; f++) {
      const ofUser = userFactors[p + f]!;
      const ofLiked = itemFactors[a + f]!;
      const ofOther = itemFactors[b + f]!;
      userFactors[p + f] = kept * ofUser + step * (ofLiked - ofOther);
      itemFactors[a + f] = kept * ofLiked + step * ofUser;
      itemFactors[b + f] = kept * ofOther - step * ofUser;
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
    gradient[f] = n * regularization * userFactors[f]!;
    cost += 0.5 * gradient[f]! * userFactors[f]!;
  }
  for (let pair = 0; pair < others.length; pair++) {
    const i = liked[pair % n]!;
    const j = others[pair]!;
    const lead =
      itemBiases[i]! - itemBiases[j]! + dotWithDifference(userFactors, 0, itemFactors, i, j, factors);
    // ln(1 + e^−lead) without overflow.
    cost += share * (Math.max(0, -lead) + Math.log1p(Math.exp(-Math.abs(lead))));
    const slope = share / (1 + Math.exp(lead));
    for (let f = 0; f < factors; f++) {
      gradient[f]! -= slope * (itemFactors[i * factors + f]! - itemFactors[j * factors + f]!);
    }
  }
  return cost;
}

/** A user's factors times what sets item i apart from item j. */
function dotWithDifference(
  userFactors: Float64Array,
  p: number,
  itemFactors: Float64Array,
  i: number,
  j: number,
  factors: number,
): number {
  const a = i * factors;
  const b = j * factors;
  let even = 0;
  let odd = 0;
  let f = 0;
  for (; f + 1 < factors; f += 2) {
    even += userFactors[p + f]! * (itemFactors[a + f]! - itemFactors[b + f]!);
    odd += userFactors[p + f + 1]! * (itemFactors[a + f + 1]! - itemFactors[b + f + 1]!);
  }
  if (f < factors) even += userFactors[p + f]! * (itemFactors[a + f]! - itemFactors[b + f]!);
  return even + odd;
}
