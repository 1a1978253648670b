import { leastSquaresWeights } from "../../kernels/dense/least-squares-weights.js";
import { dot } from "../../math/dot.js";
import { mean } from "../../math/statistics.js";

/** A constant, and a weight for each of some numbers. */
export interface LinearWeights {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Below this share of its size, how far a column spreads is rounding. */
const ROUNDING = 1e-9;

/**
 * Intercept and weights of the sum of columns that comes nearest to a target, by least squares:
 *
 *     target ≈ intercept + Σ weight × column
 *
 * with no weight below 0 where `positiveOnly` is true; 0 for a column that is the same everywhere. O(columns² × rows).
 */
export function fitWeights(
  columns: readonly Float64Array[],
  target: Float64Array,
  { positiveOnly }: { positiveOnly: boolean },
): LinearWeights {
  const spread = columns.map(centered);
  const rest = centered(target);
  const squares = Float64Array.from(spread.flatMap((x) => spread.map((y) => dot(x, y))));
  const products = Float64Array.from(spread, (x) => dot(x, rest));
  const weights = [...leastSquaresWeights(squares, products, positiveOnly)];
  const explained = columns.reduce((sum, column, k) => sum + weights[k] * mean(column), 0);
  return { intercept: mean(target) - explained, weights };
}

/** A column less its mean: zeros where nothing but rounding is left. */
function centered(column: Float64Array): Float64Array {
  const center = mean(column);
  const rests = column.map((value) => value - center);
  const isConstant = rests.every((rest) => Math.abs(rest) <= ROUNDING * Math.abs(center));
  return isConstant ? rests.fill(0) : rests;
}
