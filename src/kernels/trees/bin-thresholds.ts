/**
 * Thresholds that sort values into at most `maxBins` bins: bin b holds values above threshold b − 1
 * and not above threshold b. Few distinct values get a bin each, with thresholds halfway between
 * neighbours. Thresholds of many are quantiles, so that bins are about equally full. O(values).
 * Reference: src/reference/gradient-histogram.ts.
 *
 * @param sorted ascending, without NaN
 */
export function binThresholds(sorted: Float64Array, maxBins: number): Float64Array {
  const values = withoutRepeats(sorted);
  if (values.length <= maxBins) return values.slice(1).map((value, k) => halfway(values[k], value));
  const quantiles = new Float64Array(maxBins - 1);
  for (let k = 0; k < quantiles.length; k++) {
    // In percent, so that rounding gives the same thresholds as in scikit-learn.
    const place = sorted.length * (((k + 1) * (100 / maxBins)) / 100);
    const next = sorted[Math.floor(place)];
    quantiles[k] = Number.isInteger(place) ? halfway(sorted[place - 1], next) : next;
  }
  return withoutRepeats(quantiles);
}

function withoutRepeats(sorted: Float64Array): Float64Array {
  const values = new Float64Array(sorted.length);
  let count = 0;
  for (let k = 0; k < sorted.length; k++) {
    if (k === 0 || sorted[k] !== sorted[k - 1]) values[count++] = sorted[k];
  }
  return values.slice(0, count);
}

/** Never the upper of two numbers, even where rounding or Infinity leaves none between them. */
function halfway(low: number, high: number): number {
  const middle = (low + high) / 2;
  return middle >= low && middle < high ? middle : low;
}
