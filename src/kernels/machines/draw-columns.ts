import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { CASES, CHANGE, OTHER_SQUARES, OTHERS, OWN, PRODUCTS, RESIDUALS, ROW_WIDTH } from "./block-rows.js";

/** The normal prior of a group of columns, and the precision of the noise. */
export interface ColumnPrior {
  readonly mean: number;
  readonly precision: number;
  readonly noise: number;
}

/**
 * Draws one factor of a group of columns of a relation block, column after column, given all other
 * parameters. For a rating whose row has x in the column, the score changes with the value v at a
 * slope of x (q + s), where q = Σ v x over the row's other columns and s that outside of the block.
 * So all sums over ratings follow from those of the rows:
 *
 *     Σ slope²          = x² (n q² + 2 q Σ s + Σ s²)
 *     Σ slope × e       = x (q Σ e + Σ e s)
 *
 * O(entries of the columns). Reference: src/reference/factorization-machine.ts.
 *
 * @param columns a row for each column of the block, which names rows of the block
 * @param rows as `sumOverRatings` made them; kept up to date
 * @param values the factor of each column, which is drawn again
 * @param normals a standard normal number for each column
 */
export function drawFactor(
  { starts, indices, values: entries }: CsrMatrix,
  rows: Float64Array,
  { mean, precision, noise }: ColumnPrior,
  values: Float64Array,
  normals: Float64Array,
): void {
  const weightedMean = precision * mean;
  for (let column = 0; column < values.length; column++) {
    const [start, end] = [starts[column], starts[column + 1]];
    const value = values[column];
    let squares = 0;
    let products = 0;
    for (let k = start; k < end; k++) {
      const row = indices[k] * ROW_WIDTH;
      const x = entries[k];
      const own = rows[row + OWN] - x * value;
      const twice = own * rows[row + CASES] + 2 * rows[row + OTHERS];
      squares += x * x * (own * twice + rows[row + OTHER_SQUARES]);
      products += x * (own * rows[row + RESIDUALS] + rows[row + PRODUCTS]);
    }
    const drawnPrecision = precision + noise * squares;
    const drawnMean = (weightedMean + noise * (products + value * squares)) / drawnPrecision;
    const next = drawnMean + normals[column] / Math.sqrt(drawnPrecision);
    const difference = next - value;
    values[column] = next;
    for (let k = start; k < end; k++) {
      const row = indices[k] * ROW_WIDTH;
      const x = entries[k];
      const step = difference * x;
      const own = rows[row + OWN] - x * value;
      const others = rows[row + OTHERS];
      rows[row + RESIDUALS] -= step * (own * rows[row + CASES] + others);
      rows[row + PRODUCTS] -= step * (own * others + rows[row + OTHER_SQUARES]);
      rows[row + CHANGE] += step * own;
      rows[row + OWN] += step;
    }
  }
}

/**
 * Draws the weights of a group of columns of a relation block, given all other parameters: as
 * {@link drawFactor} with a slope of x. It uses only `CASES`, `RESIDUALS` and `CHANGE` of the rows.
 * O(entries of the columns). Reference: src/reference/factorization-machine.ts.
 */
export function drawWeights(
  { starts, indices, values: entries }: CsrMatrix,
  rows: Float64Array,
  { mean, precision, noise }: ColumnPrior,
  values: Float64Array,
  normals: Float64Array,
): void {
  for (let column = 0; column < values.length; column++) {
    const [start, end] = [starts[column], starts[column + 1]];
    const value = values[column];
    let squares = 0;
    let products = 0;
    for (let k = start; k < end; k++) {
      const row = indices[k] * ROW_WIDTH;
      squares += entries[k] * entries[k] * rows[row + CASES];
      products += entries[k] * rows[row + RESIDUALS];
    }
    const drawnPrecision = precision + noise * squares;
    const drawnMean = (precision * mean + noise * (products + value * squares)) / drawnPrecision;
    const next = drawnMean + normals[column] / Math.sqrt(drawnPrecision);
    const difference = next - value;
    values[column] = next;
    for (let k = start; k < end; k++) {
      const row = indices[k] * ROW_WIDTH;
      const step = difference * entries[k];
      rows[row + RESIDUALS] -= step * rows[row + CASES];
      rows[row + CHANGE] += step;
    }
  }
}
