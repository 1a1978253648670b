/**
 * Writes prediction − target of some rows, the gradient of half the squared error. O(rows).
 * Reference: src/reference/boosted-trees.ts.
 */
export function subtractTargets(
  predictions: Float64Array,
  targets: ArrayLike<number>,
  rows: Int32Array,
  into: Float32Array,
): void {
  for (let k = 0; k < rows.length; k++) into[rows[k]] = predictions[rows[k]] - targets[rows[k]];
}
