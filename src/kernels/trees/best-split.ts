/**
 * Finds the split of a node's rows that lowers the squared error most. With G a sum of gradients, n a number of rows, L and R the two
 * sides and λ the regularization,
 *
 *     gain = G_L² / (n_L + λ) + G_R² / (n_R + λ) − G² / (n + λ)
 *
 * Where a feature has NaN, every threshold is tried with NaN on either side. Writes gain (0 where no split has any), feature, bin (the last
 * on the left), 1 where NaN goes left, and G_L. Of equal gains the first found stays. O(bins of all features). Chen and
 * Guestrin, XGBoost: a scalable tree boosting system, KDD 2016, algorithm 3.
 *
 * @param histogram of {@link fillHistogram}
 * @param binCounts how many bins each feature has, without NaN's
 * @param nanCounts how many NaN each feature has in all rows, not only in the node's
 */
export function bestSplit(
  histogram: Float64Array,
  binCounts: Int32Array,
  nanCounts: Int32Array,
  sum: number,
  count: number,
  regularization: number,
  minRows: number,
  into: Float64Array,
): void {
  const before = (sum * sum) / (count + regularization);
  // Below this a gain is rounding: gradients have 24 bits.
  let best = before * 1e-14;
  into.fill(0);
  for (let f = 0; f < nanCounts.length; f++) {
    const first = 256 * f;
    const behind = first + binCounts[f];
    const hasNan = nanCounts[f] > 0;

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
      if (after - before > best) {
        best = after - before;
        write(into, best, f, b - first, 0, leftSum);
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
      const others = sum - rightSum;
      const after =
        (others * others) / (count - rightCount + regularization) +
        (rightSum * rightSum) / (rightCount + regularization);
      if (after - before > best) {
        best = after - before;
        write(into, best, f, b - 1 - first, 1, others);
      }
    }
  }
}

function write(
  into: Float64Array,
  gain: number,
  feature: number,
  bin: number,
  nanLeft: number,
  leftSum: number,
): void {
  into[0] = gain;
  into[1] = feature;
  into[2] = bin;
  into[3] = nanLeft;
  into[4] = leftSum;
}
