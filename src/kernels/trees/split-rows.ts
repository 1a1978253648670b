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
  // Whole numbers to the compiler too.
  const column = feature | 0;
  const shift = nanLeft | 0;
  const border = (last + shift + 1) | 0;
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    // Chance decides the side, so there is no branch: where NaN goes left, its bin turns into the first one, and others move up by one.
    const row = rows[i];
    const bin = (bins[row * width + column] + shift) & 255;
    const isLeft = (bin - border) >>> 31;
    rows[left] = row;
    spare[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  for (let i = 0; i < right; i++) rows[left + i] = spare[i];
  return left;
}
