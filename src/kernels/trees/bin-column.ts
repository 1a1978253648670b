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
  let half = 1;
  while (2 * half <= thresholds.length) half *= 2;
  const padded = new Float64Array(2 * half).fill(Number.POSITIVE_INFINITY);
  padded.set(thresholds);
  let nanCount = 0;
  for (let k = feature; k < values.length; k += width) {
    const value = values[k];
    // Binary search of the first threshold that is not below the value, without branches, which
    // would be mispredicted half of the time. Plain: if (value > padded[…]) low += step.
    let low = 0;
    for (let step = half; step > 0; step >>= 1) low += step * Number(value > padded[low + step - 1]);
    const isNan = Number.isNaN(value);
    if (isNan) nanCount++;
    into[k] = isNan ? NAN_BIN : low;
  }
  return nanCount;
}
