/**
 * What is known of a row of a relation block while one factor, or the weights, are drawn: eight
 * numbers, so that a row is one cache line. `CASES` is the number of ratings of the row; the others
 * are
 *
 *     OTHERS           Σ s,  s = Σ v x over the features outside of the block, for a rating
 *     OTHER_SQUARES    Σ s²
 *     RESIDUALS        Σ e,  e = the residual of a rating
 *     PRODUCTS         Σ e s
 *     OWN, OWN_BEFORE  Σ v x over the row's features, now and when the sums were made
 *     CHANGE           by which scores changed, apart from s × (OWN − OWN_BEFORE)
 *
 * with sums over the ratings of the row.
 */
export const ROW_WIDTH = 8;
export const CASES = 0;
export const OTHERS = 1;
export const OTHER_SQUARES = 2;
export const RESIDUALS = 3;
export const PRODUCTS = 4;
export const OWN = 5;
export const OWN_BEFORE = 6;
export const CHANGE = 7;
