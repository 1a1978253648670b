/**
 * The scalar product of `length` numbers of x from place i on, and of y from place j on, added from
 * the first to the last: it rounds as `dot` of src/math does, and `fastDot` does not. O(length).
 */
export function orderedDot(x: Float64Array, y: Float64Array, i: number, j: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += x[i + k] * y[j + k];
  return sum;
}
