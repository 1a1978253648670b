/**
 * Thresholds that put values into at most so many bins: bin b holds what is above threshold b − 1 and not above threshold b. Few distinct
 * values are parted halfway between neighbours, many at quantiles, so that the bins are about equally full. O(values).
 *
 * @param sorted ascending, without NaN
 */
export function binThresholds(sorted: Float64Array, bins: number): Float64Array {
  const values = withoutRepeats(sorted);
  if (values.length <= bins) return values.slice(1).map((value, k) => between(values[k], value));
  const quantiles = new Float64Array(bins - 1);
  for (let k = 0; k < quantiles.length; k++) {
    // By way of percent, so that it is rounded as scikit-learn's and the same rows meet the same thresholds.
    const place = sorted.length * (((k + 1) * (100 / bins)) / 100);
    const next = sorted[Math.floor(place)];
    quantiles[k] = Number.isInteger(place) ? between(sorted[place - 1], next) : next;
  }
  return withoutRepeats(quantiles);
}

/**
 * Writes the bin of every row's value in one column of a table of rows; NaN's is 255. Returns how many are NaN. O(rows × log bins).
 *
 * @param into a bin for each of `values`
 */
export function binColumn(
  values: Float64Array | Float32Array,
  width: number,
  column: number,
  thresholds: Float64Array,
  into: Uint8Array,
): number {
  let nanCount = 0;
  for (let k = column; k < values.length; k += width) {
    const value = values[k];
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= thresholds[middle]) high = middle;
      else low = middle + 1;
    }
    const isNan = Number.isNaN(value);
    if (isNan) nanCount++;
    into[k] = isNan ? 255 : low;
  }
  return nanCount;
}

function withoutRepeats(sorted: Float64Array): Float64Array {
  return sorted.filter((value, k) => k === 0 || value !== sorted[k - 1]);
}

/** Halfway, or the lower one where no number lies between or one is infinite: never the upper one. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  return middle >= low && middle < high ? middle : low;
}
