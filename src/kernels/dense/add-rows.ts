import { addRow } from "./add-row.js";
import type { Factors } from "./factors.js";

/**
 * Adds rows of a matrix, each times a number, to `into`: row `indices[k]` times `scales[k − start]`
 * for k from `start` to below `end`. Four rows at a time, so that `into` is read once for all four.
 * Plain: `for (…) addRow(rows, indices[k] * width, scales[k - start], into);`. O((end − start) ×
 * width).
 */
export function addRows(
  rows: Factors,
  indices: Int32Array,
  start: number,
  end: number,
  scales: Float64Array,
  into: Float64Array,
): void {
  const { values, width } = rows;
  let k = start;
  for (; k + 3 < end; k += 4) {
    const row0 = indices[k] * width;
    const row1 = indices[k + 1] * width;
    const row2 = indices[k + 2] * width;
    const row3 = indices[k + 3] * width;
    const scale0 = scales[k - start];
    const scale1 = scales[k - start + 1];
    const scale2 = scales[k - start + 2];
    const scale3 = scales[k - start + 3];
    for (let f = 0; f < width; f++) {
      const half = scale0 * values[row0 + f] + scale1 * values[row1 + f];
      into[f] += half + (scale2 * values[row2 + f] + scale3 * values[row3 + f]);
    }
  }
  for (; k < end; k++) addRow(values, indices[k] * width, scales[k - start], into);
}
