import type { SparseRow } from "../../sparse/row-of.js";

/** The row that is compared with the raters of a column. */
export interface ComparedRow {
  /** The index of the row, which is left out of the raters; -1 if it is not among the rows. */
  readonly index: number;
  /** The row's rating of the column to leave out of the cosine; 0 for none. */
  readonly own: number;
  /** Σ rating² of the row, and Σ of the products with the ratings of each other row. */
  readonly square: number;
  readonly dots: Float64Array;
}

/** The nearest raters: their ratings and cosines, with room for the same number of each. */
export interface NearestRaters {
  readonly ratings: Float64Array;
  readonly cosines: Float64Array;
}

/**
 * Writes the ratings of a column by the rows most similar to one row into `into.ratings`: those
 * with a cosine above 0, the highest first, equal ones in the order of the raters. Missing ratings
 * count as 0:
 *
 *     cosine = (dots[rater] − own × rating) / √((square − own²) × squares[rater])
 *
 * If there are fewer raters than room, the remaining ratings stay as they are. O(raters × room).
 * Reference: src/reference/ratings-of-similar.ts.
 *
 * @param raters the rows that rated the column, and their ratings
 * @param squares Σ rating² of every row
 */
export function ratingsOfSimilar(
  { indices: raters, values: ratings }: SparseRow,
  { index, own, square, dots }: ComparedRow,
  squares: Float64Array,
  into: NearestRaters,
): void {
  const { ratings: nearest, cosines } = into;
  const room = nearest.length;
  const squareWithoutOwn = square - own * own;
  let found = 0;
  // Below this square no cosine can enter, whatever the rounding: saves most roots.
  let least = 0;
  for (let k = 0; k < raters.length && room > 0; k++) {
    const rater = raters[k];
    const dot = dots[rater] - own * ratings[k];
    if (rater === index || !(dot > 0)) continue;
    const product = squareWithoutOwn * squares[rater];
    if (dot * dot < least * product) continue;
    const cosine = dot / Math.sqrt(product);
    if (found === room && !(cosine > cosines[room - 1])) continue;
    let place = found < room ? found++ : room - 1;
    for (; place > 0 && cosine > cosines[place - 1]; place--) {
      cosines[place] = cosines[place - 1];
      nearest[place] = nearest[place - 1];
    }
    cosines[place] = cosine;
    nearest[place] = ratings[k];
    if (found === room) least = cosines[room - 1] ** 2 * (1 - 1e-9);
  }
}
