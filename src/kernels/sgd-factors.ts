/**
 * One pass of stochastic gradient descent over all ratings, user by user, for
 *
 *     rating ≈ mean + userBias + itemBias + userFactors · itemFactors
 *
 * With error = rating − estimate, each factor moves by learningRate × (error × the other side's factor − regularization × itself),
 * both from their values before the step; biases likewise where `biased` is 1. Factors stand row by row in flat arrays.
 * O(ratings × factors). Funk 2006; the order of the steps is that of Surprise's SVD.
 */
export function sgdFactors(
  starts: Int32Array,
  items: Int32Array,
  values: Float64Array,
  mean: number,
  biased: number,
  factors: number,
  learningRate: number,
  regularization: number,
  userBiases: Float64Array,
  itemBiases: Float64Array,
  userFactors: Float64Array,
  itemFactors: Float64Array,
): void {
  for (let u = 0; u < userBiases.length; u++) {
    const p = u * factors;
    for (let k = starts[u]!; k < starts[u + 1]!; k++) {
      const i = items[k]!;
      const q = i * factors;
      let dot = 0;
      for (let f = 0; f < factors; f++) dot += itemFactors[q + f]! * userFactors[p + f]!;
      const error = values[k]! - (mean + userBiases[u]! + itemBiases[i]! + dot);
      if (biased === 1) {
        userBiases[u]! += learningRate * (error - regularization * userBiases[u]!);
        itemBiases[i]! += learningRate * (error - regularization * itemBiases[i]!);
      }
      for (let f = 0; f < factors; f++) {
        const ofUser = userFactors[p + f]!;
        const ofItem = itemFactors[q + f]!;
        userFactors[p + f] = ofUser + learningRate * (error * ofItem - regularization * ofUser);
        itemFactors[q + f] = ofItem + learningRate * (error * ofUser - regularization * ofItem);
      }
    }
  }
}
