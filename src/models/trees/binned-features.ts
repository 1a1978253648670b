import type { BinCounts } from "../../kernels/trees/best-split.js";
import { binColumn } from "../../kernels/trees/bin-column.js";
import { binThresholds } from "../../kernels/trees/bin-thresholds.js";
import type { BinnedRows } from "../../kernels/trees/feature-rows.js";
import { sortAscending } from "../../kernels/trees/sort-ascending.js";
import type { Random } from "../../math/random.js";
import type { FeatureTable } from "./feature-table.js";

/** Features as bins: all that the growing of a tree reads of them. */
export interface BinnedFeatures extends BinnedRows, BinCounts {
  /** The upper end of each bin, by feature; Infinity for the last one. */
  readonly thresholds: readonly Float64Array[];
}

/** 255 bins plus one for NaN fit in a byte. */
const MAX_BINS = 255;

/** Quantiles are estimated from at most this many sampled rows. */
const MAX_SAMPLED_ROWS = 200_000;

/**
 * Sorts the values of each feature into at most 255 bins, and one for NaN.
 * O(rows × features × log rows).
 */
export function binFeatures({ values, names, count }: FeatureTable, random: Random): BinnedFeatures {
  const width = names.length;
  const bins = new Uint8Array(values.length);
  const binCounts = new Int32Array(width);
  const nanCounts = new Int32Array(width);
  const rows =
    count > MAX_SAMPLED_ROWS
      ? sampledRows(count, random)
      : Int32Array.from({ length: count }, (_, row) => row);
  const column = new Float64Array(rows.length);
  const thresholds = names.map((_, feature) => {
    let known = 0;
    for (let k = 0; k < rows.length; k++) {
      const value = values[rows[k] * width + feature];
      if (!Number.isNaN(value)) column[known++] = value;
    }
    const inner = binThresholds(sortAscending(column.subarray(0, known)), MAX_BINS);
    nanCounts[feature] = binColumn({ values, width }, feature, inner, bins);
    binCounts[feature] = inner.length + 1;
    return Float64Array.of(...inner, Number.POSITIVE_INFINITY);
  });
  return { bins, width, binCounts, nanCounts, thresholds };
}

/** Rows drawn with replacement. */
function sampledRows(count: number, random: Random): Int32Array {
  return Int32Array.from({ length: MAX_SAMPLED_ROWS }, () => random.below(count));
}
