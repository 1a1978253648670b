import type { Feedback } from "../../ratings/feedback.js";
import type { IdIndex } from "../../ratings/id-index.js";

/**
 * How surprising each item is, in bits: 0 for an item that all users have rated, 1 more for each
 * halving of its raters.
 *
 *     −log₂(its raters / all users)
 *
 * An item without raters counts as having one. The mean over a list is its novelty. O(ratings).
 *
 * Tao Zhou et al., *Solving the apparent diversity-accuracy dilemma of recommender systems*, PNAS
 * 107 (2010).
 *
 * @param items those of the ratings, and any others after them
 * @returns the bits of each item by index
 */
export function selfInformation(ratings: Feedback, items: IdIndex = ratings.items): Float64Array {
  const raters = new Float64Array(items.size);
  for (const item of ratings.itemIndices) raters[item]++;
  return raters.map((count) => Math.log2(ratings.users.size / Math.max(1, count)));
}
