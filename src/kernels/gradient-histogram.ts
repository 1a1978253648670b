/**
 * Adds up the gradients of some rows by feature and bin: at 2 × (binStarts[feature] + bin) their sum, behind it how many rows they
 * are. O(rows × features + bins of all features).
 *
 * @param bins of each row, feature after feature
 * @param rows of which those from `start` to before `end` count
 * @param ordered room for a gradient of each of those rows
 */
export function fillHistogram(
  bins: Uint8Array,
  binStarts: Int32Array,
  rows: Int32Array,
  start: number,
  end: number,
  gradients: Float32Array,
  ordered: Float32Array,
  into: Float64Array,
): void {
  const width = binStarts.length - 1;
  const rowCount = gradients.length;
  into.fill(0);
  for (let i = start; i < end; i++) ordered[i] = gradients[rows[i]!]!;
  for (let f = 0; f < width; f++) {
    const column = f * rowCount;
    const first = binStarts[f]!;
    for (let i = start; i < end; i++) {
      const at = 2 * (first + bins[column + rows[i]!]!);
      into[at]! += ordered[i]!;
      into[at + 1]! += 1;
    }
  }
}

/** Takes one histogram from another, in its place: what is left is the other child's. O(bins of all features). */
export function subtractHistogram(histogram: Float64Array, from: Float64Array): void {
  for (let k = 0; k < from.length; k++) from[k]! -= histogram[k]!;
}
