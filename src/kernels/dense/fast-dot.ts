/**
 * The scalar product of `length` numbers of x from place i on, and of y from place j on. Its four
 * partial sums do not wait for one another, so that it rounds otherwise than `dot` of src/math.
 * Plain: `for (…) sum += x[i + k] * y[j + k];`. O(length).
 */
export function fastDot(x: Float64Array, y: Float64Array, i: number, j: number, length: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    sum0 += x[i + k] * y[j + k];
    sum1 += x[i + k + 1] * y[j + k + 1];
    sum2 += x[i + k + 2] * y[j + k + 2];
    sum3 += x[i + k + 3] * y[j + k + 3];
  }
  for (; k < length; k++) sum0 += x[i + k] * y[j + k];
  return sum0 + sum1 + sum2 + sum3;
}
