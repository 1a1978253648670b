import {
  CHANGE,
  OTHER_SQUARES,
  OTHERS,
  OWN,
  OWN_BEFORE,
  PRODUCTS,
  RESIDUALS,
  ROW_WIDTH,
} from "./block-rows.js";

/**
 * Makes the sums of all rows of a relation block over their ratings, and clears their changes.
 * O(ratings + rows). Reference: src/reference/factorization-machine.ts, without blocks.
 *
 * @param rowOfRating the block's row of each rating
 * @param residuals of each rating
 * @param totals Σ v x over all features of each rating
 * @param rows whose `OWN` is read and whose sums are written
 */
export function sumOverRatings(
  rowOfRating: Int32Array,
  residuals: Float64Array,
  totals: Float64Array,
  rows: Float64Array,
): void {
  clearSums(rows);
  for (let t = 0; t < rowOfRating.length; t++) {
    const row = rowOfRating[t] * ROW_WIDTH;
    const others = totals[t] - rows[row + OWN];
    const residual = residuals[t];
    rows[row + OTHERS] += others;
    rows[row + OTHER_SQUARES] += others * others;
    rows[row + RESIDUALS] += residual;
    rows[row + PRODUCTS] += residual * others;
  }
}

/** Sets the sums and changes of all rows to 0, from where {@link sumOverRatings} adds. O(rows). */
export function clearSums(rows: Float64Array): void {
  for (let row = 0; row < rows.length; row += ROW_WIDTH) {
    rows[row + OTHERS] = 0;
    rows[row + OTHER_SQUARES] = 0;
    rows[row + RESIDUALS] = 0;
    rows[row + PRODUCTS] = 0;
    rows[row + OWN_BEFORE] = rows[row + OWN];
    rows[row + CHANGE] = 0;
  }
}

/**
 * Carries the changes of a block's rows to the residuals and totals of all ratings. O(ratings).
 * Reference: src/reference/factorization-machine.ts, without blocks.
 */
export function updateRatings(
  rowOfRating: Int32Array,
  residuals: Float64Array,
  totals: Float64Array,
  rows: Float64Array,
): void {
  for (let t = 0; t < rowOfRating.length; t++) {
    const row = rowOfRating[t] * ROW_WIDTH;
    const before = rows[row + OWN_BEFORE];
    const difference = rows[row + OWN] - before;
    residuals[t] -= rows[row + CHANGE] + (totals[t] - before) * difference;
    totals[t] += difference;
  }
}
