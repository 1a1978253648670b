import type { BinnedRows, FeatureRows } from "./feature-rows.js";

/** Nodes of one or more trees, an element of each array for a node. */
export interface TreeNodes {
  /** Feature of the node's split; -1 at a leaf. */
  readonly features: Int32Array;
  /** Threshold of a split, value of a leaf. */
  readonly numbers: Float64Array;
  /** Left child of a split, counted from the tree's root; the right child is the next node. */
  readonly lefts: Int32Array;
  /** 1 where NaN goes left. */
  readonly nanLefts: Int32Array;
}

/**
 * Adds to the prediction of each of some rows the value of its leaf in one tree. A row goes left
 * where its feature is at most the threshold, or is NaN and NaN goes left. O(rows × depth).
 * Reference: `leafValue` in src/reference/boosted-trees.ts.
 *
 * @param rows which rows
 * @param root the tree's root among the nodes
 * @param into a prediction for each row of `values`
 */
export function addTree(
  { values, width }: FeatureRows,
  rows: Int32Array,
  { features, numbers, lefts, nanLefts }: TreeNodes,
  root: number,
  into: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    let node = root;
    for (let f = features[node]; f >= 0; f = features[node]) {
      // Without branches, which would be mispredicted half of the time. Plain:
      //     isLeft = value <= threshold || (isNaN(value) && nanLeft)
      const value = values[row * width + f];
      const isLeft = Number(value <= numbers[node]) | (Number(Number.isNaN(value)) & nanLefts[node]);
      node = root + lefts[node] + 1 - isLeft;
    }
    into[row] += numbers[node];
  }
}

/** A tree as splits of bins: NaN's bin goes left where `nanLefts` is 1. */
export interface BinnedTree extends TreeNodes {
  /** The last bin that goes left; of a leaf it means nothing. */
  readonly lastBins: Int32Array;
}

/**
 * {@link addTree} of one tree for rows it was binned with, with the same result: a bin is one byte,
 * a feature eight. O(rows × depth).
 */
export function addBinnedTree(
  { bins, width }: BinnedRows,
  rows: Int32Array,
  { features, numbers, lefts, nanLefts, lastBins }: BinnedTree,
  into: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    let node = 0;
    for (let f = features[node]; f >= 0; f = features[node]) {
      const nanLeft = nanLefts[node];
      // NaN's bin is 255: one more is 0 in a byte, so that it comes before all others.
      const isLeft = Number(((bins[row * width + f] + nanLeft) & 255) <= lastBins[node] + nanLeft);
      node = lefts[node] + 1 - isLeft;
    }
    into[row] += numbers[node];
  }
}
