import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { fastDot } from "../dense/fast-dot.js";
import type { Biases } from "./biases.js";
import type { UserItemFactors } from "./user-item-factors.js";

/** How {@link funkSvdPass} updates biases and factors. */
export interface FunkSvdRates {
  readonly learningRate: number;
  /** λ in the penalty λ · (b_u² + b_i² + ‖p_u‖² + ‖q_i‖²) of each rating. */
  readonly regularization: number;
  /** 1: biases are updated; 0: they stay as they are. */
  readonly biased: 0 | 1;
}

/**
 * One epoch of stochastic gradient descent over all ratings, user by user, for
 *
 *     rating ≈ mean + userBias + itemBias + userFactors · itemFactors
 *
 * With error = rating − estimate, each rating adds to a factor
 *
 *     learningRate × (error × factor of the other side − regularization × factor)
 *
 * where both factors are those before the step; biases likewise, with 1 as the factor of the other
 * side. Rows of `ratings` are users. O(ratings × factors). Funk, Netflix update: try this at home,
 * 2006; the order of the steps is that of Surprise's SVD. Reference:
 * src/reference/factors/funk-svd.ts.
 */
export function funkSvdPass(
  { starts, indices: items, values }: CsrMatrix,
  { mean, user: userBiases, item: itemBiases }: Biases,
  { user, item }: UserItemFactors,
  { learningRate, regularization, biased }: FunkSvdRates,
): void {
  const { values: userFactors, width } = user;
  const { values: itemFactors } = item;
  const decay = 1 - learningRate * regularization;
  for (let u = 0; u < userBiases.length; u++) {
    const p = u * width;
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const i = items[k];
      const q = i * width;
      const dot = fastDot(userFactors, itemFactors, p, q, width);
      const error = values[k] - (mean + userBiases[u] + itemBiases[i] + dot);
      if (biased === 1) {
        userBiases[u] += learningRate * (error - regularization * userBiases[u]);
        itemBiases[i] += learningRate * (error - regularization * itemBiases[i]);
      }
      updateRows(userFactors, p, itemFactors, q, width, decay, learningRate * error);
    }
  }
}

/**
 * Both rows become `decay` times themselves plus `step` times the other. Two factors at a time, a
 * fifth faster than the plain loop, which is its last step.
 */
function updateRows(
  P: Float64Array,
  p: number,
  Q: Float64Array,
  q: number,
  width: number,
  decay: number,
  step: number,
): void {
  let f = 0;
  for (; f + 1 < width; f += 2) {
    const p0 = P[p + f];
    const p1 = P[p + f + 1];
    const q0 = Q[q + f];
    const q1 = Q[q + f + 1];
    P[p + f] = decay * p0 + step * q0;
    P[p + f + 1] = decay * p1 + step * q1;
    Q[q + f] = decay * q0 + step * p0;
    Q[q + f + 1] = decay * q1 + step * p1;
  }
  if (f < width) {
    const p0 = P[p + f];
    P[p + f] = decay * p0 + step * Q[q + f];
    Q[q + f] = decay * Q[q + f] + step * p0;
  }
}
