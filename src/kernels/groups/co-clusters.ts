import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** The clusters of rows, or of columns: their number, and the one of each row by index. */
export interface Clusters {
  readonly labels: Int32Array;
  readonly count: number;
}

/** Row clusters × column clusters: `values[g * rowStep + h * columnStep]`. */
export interface ClusterShifts {
  readonly values: Float64Array;
  readonly rowStep: number;
  readonly columnStep: number;
}

/**
 * The shift of each pair of a row cluster g and a column cluster h, row by row:
 *
 *     shift[g, h] = mean of the ratings in both − mean of those in g − mean of those in h
 *
 * `mean` replaces the mean of an empty cluster. O(ratings + row clusters × column clusters).
 * Reference: src/reference/co-clusters.ts.
 */
export function clusterShifts(
  { starts, indices, values }: CsrMatrix,
  rows: Clusters,
  columns: Clusters,
  mean: number,
): Float64Array {
  const width = columns.count;
  const sums = new Float64Array(rows.count * width);
  const counts = new Float64Array(rows.count * width);
  for (let row = 0; row < rows.labels.length; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const block = rows.labels[row] * width + columns.labels[indices[k]];
      sums[block] += values[k];
      counts[block]++;
    }
  }
  const rowMeans = new Float64Array(rows.count).map((_, g) =>
    meanOfBlocks({ sums, counts }, { first: g * width, step: 1, length: width }, mean),
  );
  const columnMeans = new Float64Array(width).map((_, h) =>
    meanOfBlocks({ sums, counts }, { first: h, step: width, length: rows.count }, mean),
  );
  return sums.map((sum, block) => {
    const ofBoth = counts[block] === 0 ? mean : sum / counts[block];
    return ofBoth - rowMeans[Math.floor(block / width)] - columnMeans[block % width];
  });
}

/** The mean of the ratings in `length` blocks from `first`, at intervals of `step`. */
function meanOfBlocks(
  { sums, counts }: { readonly sums: Float64Array; readonly counts: Float64Array },
  { first, step, length }: { readonly first: number; readonly step: number; readonly length: number },
  ofEmpty: number,
): number {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < length; k++) {
    sum += sums[first + k * step];
    count += counts[first + k * step];
  }
  return count === 0 ? ofEmpty : sum / count;
}

/**
 * Moves each row to the cluster g with the least squared error of its ratings, to the first one of
 * equal errors:
 *
 *     Σ (residual − s)² = Σ over h: s × (n_h × s − 2 × Σ residual) + const,   s = shift[g, h]
 *     residual = rating − rowMean − columnMean
 *
 * where n_h is the number of the row's ratings in columns of cluster h, and the constant is the
 * same for all g. Writes into `rows.labels`; returns how many changed. O(ratings + rows × row
 * clusters × column clusters). Reference: src/reference/co-clusters.ts.
 */
export function moveToClusters(
  { starts, indices, values }: CsrMatrix,
  { rowMeans, columnMeans }: { readonly rowMeans: Float64Array; readonly columnMeans: Float64Array },
  { values: shifts, rowStep, columnStep }: ClusterShifts,
  { labels: rowLabels, count: rowClusterCount }: Clusters,
  { labels: columnLabels, count: columnClusterCount }: Clusters,
): number {
  const residuals = new Float64Array(columnClusterCount);
  const counts = new Float64Array(columnClusterCount);
  let moved = 0;
  for (let row = 0; row < rowLabels.length; row++) {
    residuals.fill(0);
    counts.fill(0);
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const column = indices[k];
      residuals[columnLabels[column]] += values[k] - rowMeans[row] - columnMeans[column];
      counts[columnLabels[column]]++;
    }
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < rowClusterCount; g++) {
      let error = 0;
      for (let h = 0; h < columnClusterCount; h++) {
        const shift = shifts[g * rowStep + h * columnStep];
        error += shift * (counts[h] * shift - 2 * residuals[h]);
      }
      if (error < least) {
        least = error;
        best = g;
      }
    }
    if (rowLabels[row] !== best) moved++;
    rowLabels[row] = best;
  }
  return moved;
}
