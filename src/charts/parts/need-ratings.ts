import type { Ratings } from "../../ratings/ratings.js";

/**
 * Checks that a figure has ratings to show.
 *
 * @throws RangeError for no ratings.
 */
export function needRatings(ratings: Ratings, figureName: string): void {
  if (ratings.count > 0) return;
  throw new RangeError(`${figureName} has no ratings to show; look at the filter or the file they come from`);
}
