import type { TreeNodes } from "./add-tree.js";

/** The nodes of a tree, and which of its rows each of them has. */
export interface TreeWithRows extends TreeNodes {
  /** The rows of a node are those from its start to before its end. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Adds the values of the leaves to the predictions of the rows that a tree was grown on: `addTree`
 * for rows whose leaves are known. O(rows). Reference: `leafValue` in
 * src/reference/boosted-trees.ts.
 *
 * @param rows as the growing of the tree left them, those of a leaf next to each other
 * @param into a prediction for each row of the features
 */
export function addLeafValues(
  { features, numbers, starts, ends }: TreeWithRows,
  rows: Int32Array,
  into: Float64Array,
): void {
  for (let node = 0; node < features.length; node++) {
    if (features[node] >= 0) continue;
    const [value, end] = [numbers[node], ends[node]];
    for (let i = starts[node]; i < end; i++) into[rows[i]] += value;
  }
}
