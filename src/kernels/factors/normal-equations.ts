import { addRow } from "../dense/add-row.js";
import type { Factors } from "../dense/factors.js";
import { addWeightedProducts, type WeightedProducts, weightedProducts } from "../dense/weighted-products.js";
import type { AlsEquations } from "./als-equations.js";

/** The equations of one row, left × x = right. Of the left matrix only the lower half counts. */
export interface NormalEquations {
  readonly left: WeightedProducts;
  readonly right: Float64Array;
}

/** Memory for the equations of one row with `width` unknowns. */
export function normalEquations(width: number): NormalEquations {
  return { left: weightedProducts(width), right: new Float64Array(width) };
}

/**
 * Writes the equations of one row, see {@link AlsEquations}. Reads the lower half of `base`.
 * O(entries of the row × width² + width²). Reference: src/reference/factors/als-side.ts.
 */
export function writeNormalEquations(
  { weights, targets, regularization }: AlsEquations,
  row: number,
  base: Float64Array,
  others: Factors,
  into: NormalEquations,
): void {
  const { left, right } = into;
  const { starts, indices } = weights;
  const { width } = others;
  const [start, end] = [starts[row], starts[row + 1]];
  left.values.set(base);
  right.fill(0);
  addWeightedProducts(weights, start, end, others, left);
  for (let a = 0; a < width; a++) left.values[a * width + a] += regularization[row];
  for (let k = start; k < end; k++) addRow(others.values, indices[k] * width, targets[k], right);
}
