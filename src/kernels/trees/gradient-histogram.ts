/**
 * Adds up the gradients of some rows by feature and bin: at 2 × (256 × feature + bin) their sum, behind it how many rows they are. O(rows ×
 * features + 256 × features). Row by row, so that no addition waits for the one before.
 *
 * @param bins row after row
 * @param rows of which those from `start` to before `end` count
 */
export function fillHistogram(
  bins: Uint8Array,
  width: number,
  rows: Int32Array,
  start: number,
  end: number,
  gradients: Float32Array,
  into: Float64Array,
): void {
  into.fill(0);
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

/** Takes one histogram from another, in its place: what is left is the other child's. O(256 × features). */
export function subtractHistogram(histogram: Float64Array, from: Float64Array): void {
  for (let k = 0; k < from.length; k++) from[k] -= histogram[k];
}
