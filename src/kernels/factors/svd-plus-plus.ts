import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { fastDot } from "../dense/fast-dot.js";

/**
 * One pass of stochastic gradient descent over all ratings, user by user, for
 *
 *     rating ≈ mean + userBias + itemBias + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * for n items of the user. Koren, Factorization meets the neighborhood, KDD 2008, section 4.1. With `deferred` 1 implicit
 * factors move once a user, by what their ratings add up to. With 0 they move at each rating, as in Surprise's SVDpp. All n rows then take the same step, to
 *
 *     kept × row + learningRate × error × itemFactors / √n, with kept = 1 − learningRate × implicitRegularization
 *
 * so that it is enough to follow what many such steps do to their sum and to any one row, and to move the rows in the end:
 * O(ratings × factors) either way.
 */
export function svdPlusPlusPass(
  { starts, indices: items, values }: CsrMatrix,
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
  const taste = new Float64Array(factors);
  const shift = new Float64Array(factors);
  const kept = 1 - learningRate * regularization;
  const implicitKept = 1 - learningRate * implicitRegularization;
  const keptAtRating = deferred === 1 ? 1 : implicitKept;
  for (let u = 0; u < userBiases.length; u++) {
    const [start, end] = [starts[u], starts[u + 1]];
    const root = Math.sqrt(end - start);
    const p = u * factors;
    sumRows(implicitFactors, items, start, end, root, implicit);
    for (let f = 0; f < factors; f++) taste[f] = userFactors[p + f] + implicit[f];
    shift.fill(0);
    for (let k = start; k < end; k++) {
      const i = items[k];
      const q = i * factors;
      const dot = fastDot(itemFactors, taste, q, 0, factors);
      const error = values[k] - (mean + userBiases[u] + itemBiases[i] + dot);
      userBiases[u] += learningRate * (error - biasRegularization * userBiases[u]);
      itemBiases[i] += learningRate * (error - biasRegularization * itemBiases[i]);
      const step = learningRate * error;
      // n rows, each moved by step / √n, are √n times step in their sum: step itself once divided by √n.
      const implicitStep = deferred === 1 ? 0 : step;
      for (let f = 0; f < factors; f++) {
        const ofItem = itemFactors[q + f];
        const ofUser = kept * userFactors[p + f] + step * ofItem;
        itemFactors[q + f] = kept * ofItem + step * taste[f];
        userFactors[p + f] = ofUser;
        shift[f] = keptAtRating * shift[f] + (step / root) * ofItem;
        implicit[f] = keptAtRating * implicit[f] + implicitStep * ofItem;
        taste[f] = ofUser + implicit[f];
      }
    }
    const keptOfUser = deferred === 1 ? implicitKept : implicitKept ** (end - start);
    moveRows(implicitFactors, items, start, end, keptOfUser, shift);
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
    const row = indices[k] * into.length;
    for (let f = 0; f < into.length; f++) into[f] += rows[row + f];
  }
  for (let f = 0; f < into.length; f++) into[f] /= divisor;
}

/** Makes some rows `kept` times themselves and `shift`. */
function moveRows(
  rows: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
  kept: number,
  shift: Float64Array,
): void {
  for (let k = start; k < end; k++) {
    const row = indices[k] * shift.length;
    for (let f = 0; f < shift.length; f++) rows[row + f] = kept * rows[row + f] + shift[f];
  }
}
