import type { Split } from "./best-split.js";
import type { BinnedRows } from "./feature-rows.js";

/**
 * Partitions the rows from `start` to before `end`: those first whose bin of the split's feature is
 * at most `lastBin`, or that of NaN where NaN goes left. Both sides keep their order. Returns where
 * the right side starts. O(rows). Reference: `splitRows` in src/reference/boosted-trees.ts.
 *
 * @param spare room for as many rows
 */
export function splitRows(
  rows: Int32Array,
  start: number,
  end: number,
  { bins, width }: BinnedRows,
  split: Pick<Split, "feature" | "lastBin" | "nanLeft">,
  spare: Int32Array,
): number {
  // `| 0` lets V8 keep these as 32-bit integers.
  const feature = split.feature | 0;
  const shift = split.nanLeft | 0;
  const firstRight = (split.lastBin + shift + 1) | 0;
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    // Without branches, which would be mispredicted half of the time. Plain:
    //     isLeft = bin === 255 ? nanLeft : bin <= lastBin
    // Where NaN goes left, bins move up by one, and that of NaN (255) wraps around to 0.
    const row = rows[i];
    const bin = (bins[row * width + feature] + shift) & 255;
    const isLeft = (bin - firstRight) >>> 31;
    rows[left] = row;
    spare[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  for (let i = 0; i < right; i++) rows[left + i] = spare[i];
  return left;
}
