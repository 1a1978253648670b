import { binColumn, binThresholds } from "../../kernels/trees/bin-column.js";
import type { Random } from "../../math/random.js";
import type { FeatureTable } from "./feature-table.js";

/** Features as bins: all that the growing of a tree reads of them. */
export interface BinnedFeatures {
  /** Row after row; NaN's is 255. */
  readonly bins: Uint8Array;
  /** How many bins each feature has, without NaN's. */
  readonly binCounts: Int32Array;
  /** By feature; a bin's upper end, Infinity for the last one. */
  readonly thresholds: readonly Float64Array[];
  /** How many NaN each feature has. */
  readonly nanCounts: Int32Array;
}

/** So many, that they and the one of NaN have a byte. */
const BINS = 255;

/** So many rows tell the quantiles of a feature; of more, as many are drawn. */
const ROWS_FOR_QUANTILES = 200_000;

/** Sorts the values of each feature into at most 255 bins, and one for NaN. O(rows × features × log rows). */
export function binFeatures({ values, names, count }: FeatureTable, random: Random): BinnedFeatures {
  const width = names.length;
  const bins = new Uint8Array(values.length);
  const binCounts = new Int32Array(width);
  const nanCounts = new Int32Array(width);
  const sample = count > ROWS_FOR_QUANTILES ? drawn(count, random) : undefined;
  const thresholds = names.map((_, feature) => {
    const column = new Float64Array(sample?.length ?? count);
    for (let k = 0; k < column.length; k++) column[k] = values[(sample?.[k] ?? k) * width + feature];
    const inner = binThresholds(column.filter((value) => !Number.isNaN(value)).sort(), BINS);
    nanCounts[feature] = binColumn(values, width, feature, inner, bins);
    binCounts[feature] = inner.length + 1;
    return Float64Array.of(...inner, Number.POSITIVE_INFINITY);
  });
  return { bins, binCounts, thresholds, nanCounts };
}

function drawn(count: number, random: Random): Int32Array {
  return Int32Array.from({ length: ROWS_FOR_QUANTILES }, () => random.below(count));
}
