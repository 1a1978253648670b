/**
 * The cost of factorising all ratings at once, and its gradient:
 *
 *     J = ½ Σ over rated cells (itemFactors · userFactors − rating)² + λ/2 (Σ itemFactors² + Σ userFactors²)
 *
 * `factors` holds the items' factors row by row, then the users'; `gradient` is written alike. O(ratings × width + length).
 */
export function batchCost(
  userIndices: Int32Array,
  itemIndices: Int32Array,
  values: Float64Array,
  itemCount: number,
  width: number,
  regularization: number,
  factors: Float64Array,
  gradient: Float64Array,
): number {
  let squares = 0;
  for (let k = 0; k < factors.length; k++) {
    gradient[k] = regularization * factors[k];
    squares += factors[k] * factors[k];
  }
  let cost = (regularization / 2) * squares;
  for (let row = 0; row < values.length; row++) {
    const i = itemIndices[row] * width;
    const u = (itemCount + userIndices[row]) * width;
    let error = -values[row];
    for (let f = 0; f < width; f++) error += factors[i + f] * factors[u + f];
    cost += 0.5 * error * error;
    for (let f = 0; f < width; f++) {
      gradient[i + f] += error * factors[u + f];
      gradient[u + f] += error * factors[i + f];
    }
  }
  return cost;
}
