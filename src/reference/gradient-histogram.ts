import { sum } from "../math/sum.js";

/** The rows whose value is in one bin: the sum of their gradients, and their number. */
export interface HistogramBin {
  readonly sum: number;
  readonly count: number;
}

/**
 * Thresholds that sort values into at most `maxBins` bins: bin b holds values above threshold b − 1
 * and not above threshold b. Few distinct values get a bin each, with thresholds halfway between
 * neighbours. Thresholds of many are quantiles, so that bins are about equally full.
 * Reference for `kernels/trees/bin-thresholds.ts`.
 */
export function binThresholds(values: readonly number[], maxBins: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= maxBins) return distinct.slice(1).map((value, k) => halfway(distinct[k], value));
  const quantiles = new Set<number>();
  for (let k = 1; k < maxBins; k++) {
    const place = (sorted.length * k) / maxBins;
    const next = sorted[Math.floor(place)];
    quantiles.add(Number.isInteger(place) ? halfway(sorted[place - 1], next) : next);
  }
  return [...quantiles];
}

/** The bin of each value; 255 for NaN. Reference for `kernels/trees/bin-column.ts`. */
export function binColumn(values: readonly number[], thresholds: readonly number[]): number[] {
  return values.map((value) =>
    Number.isNaN(value) ? 255 : thresholds.filter((threshold) => threshold < value).length,
  );
}

/**
 * For each feature and bin, the sum of the gradients of the rows in that bin, and their number. All
 * that choosing a split needs to know of the rows. Reference for
 * `kernels/trees/gradient-histogram.ts`.
 *
 * @param bins a row of bins for each row, one per feature
 * @param gradients one for each row
 * @returns 256 bins for each feature, that of NaN last
 */
export function gradientHistogram(
  bins: readonly (readonly number[])[],
  gradients: readonly number[],
): HistogramBin[][] {
  const width = bins[0]?.length ?? 0;
  return Array.from({ length: width }, (_, feature) =>
    Array.from({ length: 256 }, (_, bin) => {
      const inBin = gradients.filter((_, row) => bins[row][feature] === bin);
      return { sum: sum(inBin), count: inBin.length };
    }),
  );
}

/** Never the upper of two numbers, even where rounding or Infinity leaves none between them. */
function halfway(low: number, high: number): number {
  const middle = (low + high) / 2;
  return middle >= low && middle < high ? middle : low;
}
