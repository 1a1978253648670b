/**
 * Puts those rows from `start` to before `end` first whose bin in one feature is at most `last`, or NaN's, 255, where that goes left; both
 * parts keep their order. Returns where the right part starts. O(rows).
 *
 * @param bins row after row
 * @param nanLeft 1 where NaN goes left
 * @param spare room for as many rows
 */
export function splitRows(
  rows: Int32Array,
  start: number,
  end: number,
  bins: Uint8Array,
  width: number,
  feature: number,
  last: number,
  nanLeft: number,
  spare: Int32Array,
): number {
  // 256 is nobody's bin.
  const nanBin = nanLeft === 1 ? 255 : 256;
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    const bin = bins[row * width + feature]!;
    if (bin <= last || bin === nanBin) rows[left++] = row;
    else spare[right++] = row;
  }
  for (let i = 0; i < right; i++) rows[left + i] = spare[i]!;
  return left;
}
