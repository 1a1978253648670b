import type { Ratings } from "../../ratings/ratings.js";
import { rowPositions } from "../../sparse/row-positions.js";

/**
 * The fraction of concordant pairs (FCP): of all pairs of ratings of one user that differ, the
 * share whose predictions have the same order. Equal predictions have not. Half of the pairs are
 * concordant by chance.
 *
 *     Σ over users of pairs in the right order / Σ over users of pairs with different ratings
 *
 * Rows without a prediction (NaN) are left out. NaN if no pair is left. Surprise's `fcp` divides
 * both counts by the number of users who have such pairs, so it is the same where all users have
 * pairs in either order. O(Σ over users of their ratings²).
 *
 * Y. Koren and J. Sill, Collaborative filtering on ordinal user feedback, IJCAI 2013, section 5.2.
 *
 * @param predictions for each row of the ratings
 * @example
 * const { test } = randomSplit(ratings);
 * const perfect = Float64Array.from(test, ({ rating }) => rating);
 * fractionOfConcordantPairs(test, perfect); // 1
 */
export function fractionOfConcordantPairs(
  { byUser, values }: Pick<Ratings, "byUser" | "values">,
  predictions: ArrayLike<number>,
): number {
  let inOrder = 0;
  let pairs = 0;
  for (let user = 0; user < byUser.rowCount; user++) {
    const rows = rowPositions(byUser, user);
    for (const high of rows) {
      for (const low of rows) {
        const difference = predictions[high] - predictions[low];
        if (values[high] <= values[low] || Number.isNaN(difference)) continue;
        pairs++;
        if (difference > 0) inOrder++;
      }
    }
  }
  return inOrder / pairs;
}
