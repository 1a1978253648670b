/** The sum of numbers, from the first to the last; 0 of nothing. O(n). */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
}
