import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { OWN, ROW_WIDTH } from "./block-rows.js";

/**
 * Adds v x to `OWN` of each row that has x in a column, for the value v of the column. O(entries of
 * the columns). Reference: src/reference/factorization-machine.ts.
 */
export function addProducts(
  { starts, indices, values: entries }: CsrMatrix,
  values: Float64Array,
  rows: Float64Array,
): void {
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    for (let k = starts[column]; k < starts[column + 1]; k++) {
      rows[indices[k] * ROW_WIDTH + OWN] += value * entries[k];
    }
  }
}

/**
 * Adds `OWN` of its row to the total of each rating. O(ratings). Reference:
 * src/reference/factorization-machine.ts.
 */
export function addToTotals(rowOfRating: Int32Array, rows: Float64Array, totals: Float64Array): void {
  for (let t = 0; t < rowOfRating.length; t++) totals[t] += rows[rowOfRating[t] * ROW_WIDTH + OWN];
}
