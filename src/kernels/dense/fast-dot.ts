/**
 * The scalar product of two rows of factors that start at `p` and `q` of their arrays. Four sums stand side by side, as an
 * addition otherwise waits for the one before.
 */
export function dotOfRows(P: Float64Array, p: number, Q: Float64Array, q: number, factors: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let f = 0;
  for (; f + 3 < factors; f += 4) {
    sum0 += P[p + f] * Q[q + f];
    sum1 += P[p + f + 1] * Q[q + f + 1];
    sum2 += P[p + f + 2] * Q[q + f + 2];
    sum3 += P[p + f + 3] * Q[q + f + 3];
  }
  for (; f < factors; f++) sum0 += P[p + f] * Q[q + f];
  return sum0 + sum1 + sum2 + sum3;
}
