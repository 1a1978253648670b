import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { Factors } from "../dense/factors.js";
import { fastDot } from "../dense/fast-dot.js";
import type { Biases } from "./biases.js";
import type { UserItemFactors } from "./user-item-factors.js";

/** How {@link svdPlusPlusPass} updates biases and factors. */
export interface SvdPlusPlusRates {
  readonly learningRate: number;
  /** λ of user and item factors. */
  readonly regularization: number;
  /** λ of biases. */
  readonly biasRegularization: number;
  /** λ of implicit factors. */
  readonly implicitRegularization: number;
  /** 1: implicit factors are updated once per user; 0: at each rating. */
  readonly deferred: 0 | 1;
}

/**
 * One epoch of stochastic gradient descent over all ratings, user by user, for
 *
 *     rating ≈ mean + userBias + itemBias
 *              + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * for the n items of the user. With `deferred` 1, implicit factors are updated once per user, by
 * the sum of the gradients of the user's ratings. With 0 they are updated at each rating, as in
 * Surprise's SVDpp: each of the n rows becomes
 *
 *     (1 − learningRate × implicitRegularization) × row + learningRate × error × itemFactors / √n
 *
 * This step is the same for all n rows. So it is enough to track the sum of the rows and what the
 * steps add to one row, and to update the rows at the end of the user: O(ratings × factors) in both
 * cases. Rows of `ratings` are users. Koren, Factorization meets the neighborhood, KDD 2008,
 * section 4.1. Reference: src/reference/factors/svd-plus-plus.ts.
 */
export function svdPlusPlusPass(
  { starts, indices: items, values }: CsrMatrix,
  { mean, user: userBiases, item: itemBiases }: Biases,
  { user, item, implicit }: UserItemFactors & { readonly implicit: Factors },
  rates: SvdPlusPlusRates,
): void {
  const { learningRate, regularization, biasRegularization, implicitRegularization, deferred } = rates;
  const { values: userFactors, width } = user;
  const { values: itemFactors } = item;
  const implicitSum = new Float64Array(width);
  const combined = new Float64Array(width);
  const shift = new Float64Array(width);
  const decay = 1 - learningRate * regularization;
  const implicitDecay = 1 - learningRate * implicitRegularization;
  const decayAtRating = deferred === 1 ? 1 : implicitDecay;
  for (let u = 0; u < userBiases.length; u++) {
    const [start, end] = [starts[u], starts[u + 1]];
    const root = Math.sqrt(end - start);
    const p = u * width;
    sumRows(implicit.values, items, start, end, root, implicitSum);
    for (let f = 0; f < width; f++) combined[f] = userFactors[p + f] + implicitSum[f];
    shift.fill(0);
    for (let k = start; k < end; k++) {
      const i = items[k];
      const q = i * width;
      const dot = fastDot(itemFactors, combined, q, 0, width);
      const error = values[k] - (mean + userBiases[u] + itemBiases[i] + dot);
      userBiases[u] += learningRate * (error - biasRegularization * userBiases[u]);
      itemBiases[i] += learningRate * (error - biasRegularization * itemBiases[i]);
      const step = learningRate * error;
      // n rows that each change by step / √n change Σ rows / √n by step.
      const implicitStep = deferred === 1 ? 0 : step;
      for (let f = 0; f < width; f++) {
        const ofItem = itemFactors[q + f];
        const ofUser = decay * userFactors[p + f] + step * ofItem;
        itemFactors[q + f] = decay * ofItem + step * combined[f];
        userFactors[p + f] = ofUser;
        shift[f] = decayAtRating * shift[f] + (step / root) * ofItem;
        implicitSum[f] = decayAtRating * implicitSum[f] + implicitStep * ofItem;
        combined[f] = ofUser + implicitSum[f];
      }
    }
    const decayOfUser = deferred === 1 ? implicitDecay : implicitDecay ** (end - start);
    updateRows(implicit.values, items, start, end, decayOfUser, shift);
  }
}

/** Writes the sum of the rows at `indices[start]` to `indices[end - 1]`, divided by a number. */
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

/**
 * The rows at `indices[start]` to `indices[end - 1]` become `decay` times themselves plus `shift`.
 */
function updateRows(
  rows: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
  decay: number,
  shift: Float64Array,
): void {
  for (let k = start; k < end; k++) {
    const row = indices[k] * shift.length;
    for (let f = 0; f < shift.length; f++) rows[row + f] = decay * rows[row + f] + shift[f];
  }
}
