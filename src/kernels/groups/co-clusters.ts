import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * What each pair of a user's and an item's cluster adds to their means,
 *
 *     shift[g, h] = mean of the ratings in both − mean of those in user cluster g − mean of those in item cluster h
 *
 * row by row; where no rating is, `mean` takes the place of a mean. O(ratings + user clusters × item clusters).
 */
export function clusterShifts(
  { starts, indices: items, values }: CsrMatrix,
  mean: number,
  userClusters: Int32Array,
  itemClusters: Int32Array,
  userClusterCount: number,
  itemClusterCount: number,
): Float64Array {
  const size = userClusterCount * itemClusterCount;
  const [sums, counts] = [new Float64Array(size), new Float64Array(size)];
  for (let u = 0; u < userClusters.length; u++) {
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      const block = userClusters[u] * itemClusterCount + itemClusters[items[k]];
      sums[block] += values[k];
      counts[block]++;
    }
  }
  const ofUsers = new Float64Array(userClusterCount);
  for (let g = 0; g < userClusterCount; g++) {
    ofUsers[g] = meanOfEvery(sums, counts, g * itemClusterCount, 1, itemClusterCount, mean);
  }
  const ofItems = new Float64Array(itemClusterCount);
  for (let h = 0; h < itemClusterCount; h++) {
    ofItems[h] = meanOfEvery(sums, counts, h, itemClusterCount, userClusterCount, mean);
  }
  return sums.map((sum, block) => {
    const ofBoth = counts[block] === 0 ? mean : sum / counts[block];
    return ofBoth - ofUsers[Math.floor(block / itemClusterCount)] - ofItems[block % itemClusterCount];
  });
}

/** The mean of the ratings in `length` blocks from `first` on, every `step`-th one. */
function meanOfEvery(
  sums: Float64Array,
  counts: Float64Array,
  first: number,
  step: number,
  length: number,
  ofNothing: number,
): number {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < length; k++) {
    sum += sums[first + k * step];
    count += counts[first + k * step];
  }
  return count === 0 ? ofNothing : sum / count;
}

/**
 * Moves each row (a user, or an item) into the cluster g that leaves the least squared error of its ratings, of equal ones the first,
 *
 *     Σ (rest − shift[g, h])²  =  Σ over h: n_h × shift² − 2 × shift × Σ rest  +  what hangs on no cluster,
 *     rest = rating − rowMean − columnMean
 *
 * for the n_h ratings in columns of cluster h. `shifts[g * rowStep + h * columnStep]`. Returns how many rows have moved.
 * O(ratings + rows × row clusters × column clusters).
 */
export function moveToClusters(
  { starts, indices: columns, values }: CsrMatrix,
  rowMeans: Float64Array,
  columnMeans: Float64Array,
  shifts: Float64Array,
  rowStep: number,
  columnStep: number,
  rowClusterCount: number,
  columnClusterCount: number,
  columnClusters: Int32Array,
  rowClusters: Int32Array,
): number {
  const rests = new Float64Array(columnClusterCount);
  const counts = new Float64Array(columnClusterCount);
  let moved = 0;
  for (let row = 0; row < rowClusters.length; row++) {
    rests.fill(0);
    counts.fill(0);
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const column = columns[k];
      rests[columnClusters[column]] += values[k] - rowMeans[row] - columnMeans[column];
      counts[columnClusters[column]]++;
    }
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < rowClusterCount; g++) {
      let error = 0;
      for (let h = 0; h < columnClusterCount; h++) {
        const shift = shifts[g * rowStep + h * columnStep];
        error += shift * (counts[h] * shift - 2 * rests[h]);
      }
      if (error < least) {
        least = error;
        best = g;
      }
    }
    if (rowClusters[row] !== best) moved++;
    rowClusters[row] = best;
  }
  return moved;
}
