import type { FeatureRows } from "./feature-rows.js";

/** The bin of NaN. */
const NAN_BIN = 255;

/**
 * Writes the bin of every row's value of one feature; 255 for NaN. Returns the number of NaN.
 * O(rows × log thresholds). Reference: src/reference/gradient-histogram.ts.
 *
 * @param thresholds ascending
 * @param into a bin for each of `values`
 */
export function binColumn(
  { values, width }: FeatureRows,
  feature: number,
  thresholds: Float64Array,
  into: Uint8Array,
): number {
  let nanCount = 0;
  for (let k = feature; k < values.length; k += width) {
    const value = values[k];
    // Binary search of the first threshold that is not below the value.
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= thresholds[middle]) high = middle;
      else low = middle + 1;
    }
    const isNan = Number.isNaN(value);
    if (isNan) nanCount++;
    into[k] = isNan ? NAN_BIN : low;
  }
  return nanCount;
}
