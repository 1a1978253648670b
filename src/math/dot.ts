/** The scalar product Σ a × b of two vectors of the same length; 0 of nothing. O(n). */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k] * b[k];
  return total;
}
