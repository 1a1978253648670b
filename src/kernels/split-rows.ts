/**
 * Puts those rows from `start` to before `end` first whose bin is at most `bin`, or NaN's where that goes left; both parts keep their order.
 * Returns where the right part starts. O(rows).
 *
 * @param bins of each row, in one feature
 * @param nanBin -1 where NaN goes right
 * @param spare room for as many rows
 */
export function splitRows(
  rows: Int32Array,
  start: number,
  end: number,
  bins: Uint8Array,
  bin: number,
  nanBin: number,
  spare: Int32Array,
): number {
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    const own = bins[row]!;
    if (own <= bin || own === nanBin) rows[left++] = row;
    else spare[right++] = row;
  }
  for (let i = 0; i < right; i++) rows[left + i] = spare[i]!;
  return left;
}
