/**
 * Spearman's rank correlation of the pairs x[k], y[k] with k < count: the Pearson correlation of
 * their ranks. Equal values get the mean of their ranks. NaN if x or y is constant. O(count log
 * count). Reference: `spearman` in src/reference/similarity.ts.
 */
export function spearman(x: Float64Array, y: Float64Array, count: number): number {
  const ranksX = meanRanks(x.subarray(0, count));
  const ranksY = meanRanks(y.subarray(0, count));
  const middle = (count + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let k = 0; k < count; k++) {
    const [a, b] = [ranksX[k] - middle, ranksY[k] - middle];
    xy += a * b;
    xx += a * a;
    yy += b * b;
  }
  return xy / Math.sqrt(xx * yy);
}

/** The rank of each value, from 1; equal values get the mean of their ranks. */
function meanRanks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let k = first; k <= last; k++) ranks[order[k]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}
