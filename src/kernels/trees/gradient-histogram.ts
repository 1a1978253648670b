import type { BinnedRows } from "./feature-rows.js";

/**
 * Sums the gradients of some rows by feature and bin: `into[2 × (256 × feature + bin)]` is their
 * sum, and the next number how many rows they are. O(rows × features + 256 × features). Reference:
 * src/reference/gradient-histogram.ts.
 *
 * @param rows of which those from `start` to before `end` count
 * @param gradients one for each row
 */
export function fillHistogram(
  { bins, width }: BinnedRows,
  rows: Int32Array,
  start: number,
  end: number,
  gradients: Float32Array,
  into: Float64Array,
): void {
  into.fill(0);
  // Row by row, not feature by feature: consecutive additions go to different sums, so that none
  // waits for the one before.
  for (let i = start; i < end; i++) {
    const row = rows[i];
    const gradient = gradients[row];
    const stop = (row + 1) * width;
    for (let k = row * width, first = 0; k < stop; k++, first += 512) {
      const at = first + (bins[k] << 1);
      into[at] += gradient;
      into[at + 1] += 1;
    }
  }
}

/**
 * Subtracts one child's histogram from that of its parent, in place, which gives the other child's.
 * O(256 × features).
 */
export function subtractHistogram(child: Float64Array, parent: Float64Array): void {
  for (let k = 0; k < parent.length; k++) parent[k] -= child[k];
}
