/**
 * One pass of stochastic gradient descent over all ratings, user by user, for
 *
 *     rating ≈ mean + userBias + itemBias + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * for n items of the user. Koren, Factorization meets the neighborhood, KDD 2008, section 4.1. With `deferred` 1 the implicit sum is
 * made once a user, and its factors move once, by what their ratings add up to: O(ratings × factors). With 0 they move
 * at each rating, as in Surprise's SVDpp: O(Σ ratings² × factors).
 */
export function svdPlusPlusPass(
  starts: Int32Array,
  items: Int32Array,
  values: Float64Array,
  mean: number,
  deferred: number,
  factors: number,
  learningRate: number,
  regularization: number,
  biasRegularization: number,
  implicitRegularization: number,
  userBiases: Float64Array,
  itemBiases: Float64Array,
  userFactors: Float64Array,
  itemFactors: Float64Array,
  implicitFactors: Float64Array,
): void {
  const implicit = new Float64Array(factors);
  const gradient = new Float64Array(factors);
  for (let u = 0; u < userBiases.length; u++) {
    const [start, end] = [starts[u]!, starts[u + 1]!];
    const root = Math.sqrt(end - start);
    const p = u * factors;
    if (deferred === 1) sumRows(implicitFactors, items, start, end, root, implicit);
    gradient.fill(0);
    for (let k = start; k < end; k++) {
      const i = items[k]!;
      const q = i * factors;
      if (deferred === 0) sumRows(implicitFactors, items, start, end, root, implicit);
      let dot = 0;
      for (let f = 0; f < factors; f++) dot += itemFactors[q + f]! * (userFactors[p + f]! + implicit[f]!);
      const error = values[k]! - (mean + userBiases[u]! + itemBiases[i]! + dot);
      userBiases[u]! += learningRate * (error - biasRegularization * userBiases[u]!);
      itemBiases[i]! += learningRate * (error - biasRegularization * itemBiases[i]!);
      for (let f = 0; f < factors; f++) {
        const ofUser = userFactors[p + f]!;
        const ofItem = itemFactors[q + f]!;
        gradient[f]! += (error * ofItem) / root;
        userFactors[p + f] = ofUser + learningRate * (error * ofItem - regularization * ofUser);
        itemFactors[q + f] =
          ofItem + learningRate * (error * (ofUser + implicit[f]!) - regularization * ofItem);
      }
      if (deferred === 0) {
        moveRows(implicitFactors, items, start, end, learningRate, implicitRegularization, gradient);
        gradient.fill(0);
      }
    }
    if (deferred === 1)
      moveRows(implicitFactors, items, start, end, learningRate, implicitRegularization, gradient);
  }
}

/** Writes the sum of some rows, divided by a number, into `into`. */
function sumRows(
  rows: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
  divisor: number,
  into: Float64Array,
): void {
  into.fill(0);
  for (let k = start; k < end; k++) {
    const row = indices[k]! * into.length;
    for (let f = 0; f < into.length; f++) into[f]! += rows[row + f]!;
  }
  for (let f = 0; f < into.length; f++) into[f]! /= divisor;
}

/** Moves some rows along a gradient, and towards 0. */
function moveRows(
  rows: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
  learningRate: number,
  regularization: number,
  gradient: Float64Array,
): void {
  for (let k = start; k < end; k++) {
    const row = indices[k]! * gradient.length;
    for (let f = 0; f < gradient.length; f++) {
      rows[row + f]! += learningRate * (gradient[f]! - regularization * rows[row + f]!);
    }
  }
}
