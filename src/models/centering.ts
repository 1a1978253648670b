import type { CsrMatrix } from "../ratings/csr-matrix.js";
import type { Ratings } from "../ratings/ratings.js";
import { Baseline, type FittedBaseline } from "./baseline.js";

/** What is taken off ratings before they are compared or averaged, and put back afterwards. */
export const CENTERS = ["none", "mean", "item-mean", "user-mean", "z-score", "baseline"] as const;
export type Center = (typeof CENTERS)[number];

/** Which side of the ratings a model compares: it is its rows, and the other side its columns. */
export type Side = "items" | "users";

/**
 * Centred ratings of rows x and columns y:
 *
 *     rest = (rating − rowOffset[x] − columnOffset[y]) / rowScale[x]
 */
export interface Centering {
  readonly rowOffsets: Float64Array;
  readonly columnOffsets: Float64Array;
  readonly rowScales: Float64Array;
  /** The offset of a column that is not among them: a new person, for a model that compares items. */
  offsetOfColumn(rows: Int32Array, values: Float64Array): number;
}

/**
 * How ratings are centred for a model that compares `side`: "mean" is that of the own row, "z-score" divides by its standard
 * deviation as well (by that of all ratings where it is 0), "baseline" takes off mean and biases.
 */
export function centeringOf(ratings: Ratings, side: Side, center: Center): Centering {
  const rows = side === "items" ? ratings.byItem : ratings.byUser;
  const columns = side === "items" ? ratings.byUser : ratings.byItem;
  const none = {
    rowOffsets: zeros(rows),
    columnOffsets: zeros(columns),
    rowScales: zeros(rows).fill(1),
    offsetOfColumn: () => 0,
  };
  const byRow = center === "mean" || center === (side === "items" ? "item-mean" : "user-mean");
  if (center === "none") return none;
  if (byRow) return { ...none, rowOffsets: rowMeans(rows) };
  if (center === "z-score")
    return { ...none, rowOffsets: rowMeans(rows), rowScales: rowDeviations(rows, ratings) };
  if (center === "baseline") return byBaseline(new Baseline().fit(ratings), side);
  return { ...none, columnOffsets: rowMeans(columns), offsetOfColumn: (_, values) => meanOf(values) };
}

function byBaseline(baseline: FittedBaseline, side: Side): Centering {
  const { mean } = baseline.ratings;
  const [rows, columns] =
    side === "items"
      ? [baseline.itemBiases, baseline.userBiases]
      : [baseline.userBiases, baseline.itemBiases];
  return {
    rowOffsets: rows.map((bias) => mean + bias),
    columnOffsets: columns,
    rowScales: new Float64Array(rows.length).fill(1),
    offsetOfColumn: (itemIndices, values) => baseline.userBias({ userIndex: -1, itemIndices, values }),
  };
}

function zeros({ rowCount }: CsrMatrix): Float64Array {
  return new Float64Array(rowCount);
}

function meanOf(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rowMeans(matrix: CsrMatrix): Float64Array {
  return zeros(matrix).map((_, row) =>
    meanOf(matrix.values.subarray(matrix.starts[row], matrix.starts[row + 1])),
  );
}

function rowDeviations(matrix: CsrMatrix, ratings: Ratings): Float64Array {
  const means = rowMeans(matrix);
  const all = deviation(ratings.values, ratings.mean);
  return means.map(
    (mean, row) => deviation(matrix.values.subarray(matrix.starts[row], matrix.starts[row + 1]), mean) || all,
  );
}

/** The standard deviation of a whole population (divisor n). */
function deviation(values: Float64Array, mean: number): number {
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
