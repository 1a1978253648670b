/** How many bins and missing values each feature has. */
export interface BinCounts {
  /** Bins of each feature, without that of NaN. */
  readonly binCounts: Int32Array;
  /** NaN of each feature in all rows, not only those of the node. */
  readonly nanCounts: Int32Array;
}

/** The rows of a node: the sum of their gradients, and their number. */
export interface NodeSums {
  readonly sum: number;
  readonly count: number;
}

/** What a split must keep to. */
export interface SplitLimits {
  /** λ in the gain. */
  readonly regularization: number;
  /** Rows on each side, at least. */
  readonly minRows: number;
}

/** A split of a node's rows. */
export interface Split {
  /** By how much it lowers the squared error; 0 where no split does. */
  readonly gain: number;
  readonly feature: number;
  /** The last bin that goes left. */
  readonly lastBin: number;
  /** 1 where NaN goes left. */
  readonly nanLeft: number;
  /** Sum of the gradients on the left. */
  readonly leftSum: number;
}

/**
 * The split of a node's rows that lowers the squared error most. With G the sum of gradients and n
 * the number of rows, L and R the two sides and λ the regularization,
 *
 *     gain = G_L² / (n_L + λ) + G_R² / (n_R + λ) − G² / (n + λ)
 *
 * Where a feature has NaN, every threshold is tried with NaN on either side. Of equal gains the
 * first one found is taken. O(bins of all features).
 *
 * Chen and Guestrin, XGBoost: a scalable tree boosting system, KDD 2016, algorithm 3.
 * Reference: `bestSplit` in src/reference/boosted-trees.ts.
 *
 * @param histogram of the node's rows, made by {@link fillHistogram}
 */
export function bestSplit(
  histogram: Float64Array,
  { binCounts, nanCounts }: BinCounts,
  { sum, count }: NodeSums,
  { regularization, minRows }: SplitLimits,
): Split {
  const before = (sum * sum) / (count + regularization);
  // A smaller gain is rounding error.
  let gain = before * 1e-14;
  let best = { gain: 0, feature: 0, lastBin: 0, nanLeft: 0, leftSum: 0 };
  for (let feature = 0; feature < nanCounts.length; feature++) {
    const first = 256 * feature;
    const behind = first + binCounts[feature];
    const hasNan = nanCounts[feature] > 0;

    // NaN goes right.
    const end = hasNan ? behind : behind - 1;
    let leftSum = 0;
    let leftCount = 0;
    for (let b = first; b < end; b++) {
      const rows = histogram[2 * b + 1];
      if (rows === 0) continue;
      leftSum += histogram[2 * b];
      leftCount += rows;
      if (leftCount < minRows) continue;
      if (count - leftCount < minRows) break;
      const rightSum = sum - leftSum;
      const after =
        (leftSum * leftSum) / (leftCount + regularization) +
        (rightSum * rightSum) / (count - leftCount + regularization);
      if (after - before > gain) {
        gain = after - before;
        best = { gain, feature, lastBin: b - first, nanLeft: 0, leftSum };
      }
    }
    if (!hasNan) continue;

    // NaN goes left.
    let rightSum = 0;
    let rightCount = 0;
    for (let b = behind - 1; b > first; b--) {
      const rows = histogram[2 * b + 1];
      if (rows === 0) continue;
      rightSum += histogram[2 * b];
      rightCount += rows;
      if (rightCount < minRows) continue;
      if (count - rightCount < minRows) break;
      const otherSum = sum - rightSum;
      const after =
        (otherSum * otherSum) / (count - rightCount + regularization) +
        (rightSum * rightSum) / (rightCount + regularization);
      if (after - before > gain) {
        gain = after - before;
        best = { gain, feature, lastBin: b - 1 - first, nanLeft: 1, leftSum: otherSum };
      }
    }
  }
  return best;
}
