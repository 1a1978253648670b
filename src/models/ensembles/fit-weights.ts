import { leastSquaresWeights } from "../../kernels/dense/least-squares-weights.js";
import { dot } from "../../math/dot.js";
import { mean } from "../../math/statistics.js";

/** The coefficients of a linear function. */
export interface LinearWeights {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Deviations below this share of the mean are rounding errors. */
const ROUNDING = 1e-9;

/**
 * The intercept and the weights of columns that best approximate a target, by least squares:
 *
 *     target ≈ intercept + Σ weight × column
 *
 * with weights of at least 0 where `positiveOnly` is true; 0 for a constant column.
 * O(columns² × rows).
 */
export function fitWeights(
  columns: readonly Float64Array[],
  target: Float64Array,
  { positiveOnly }: { positiveOnly: boolean },
): LinearWeights {
  const centeredColumns = columns.map(centered);
  const centeredTarget = centered(target);
  const squares = Float64Array.from(centeredColumns.flatMap((x) => centeredColumns.map((y) => dot(x, y))));
  const products = Float64Array.from(centeredColumns, (x) => dot(x, centeredTarget));
  const lowest = positiveOnly ? 0 : Number.NEGATIVE_INFINITY;
  const weights = [...leastSquaresWeights(squares, products, lowest)];
  const explained = columns.reduce((sum, column, k) => sum + weights[k] * mean(column), 0);
  return { intercept: mean(target) - explained, weights };
}

/** A column minus its mean; zeros for a constant column, in spite of rounding. */
function centered(column: Float64Array): Float64Array {
  const center = mean(column);
  const deviations = column.map((value) => value - center);
  const isConstant = deviations.every((each) => Math.abs(each) <= ROUNDING * Math.abs(center));
  return isConstant ? deviations.fill(0) : deviations;
}
