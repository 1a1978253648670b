/**
 * Σ (a − b)² between row `i` of one flat array of points and row `j` of another, both with `width`
 * numbers a row.
 */
export function squaredDistance(
  first: Float64Array,
  i: number,
  second: Float64Array,
  j: number,
  width: number,
): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (first[i * width + k] - second[j * width + k]) ** 2;
  return sum;
}
