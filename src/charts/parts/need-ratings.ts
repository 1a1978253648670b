import type { Ratings } from "../../ratings/ratings.js";

/**
 * Refuses to draw nothing.
 *
 * @throws RangeError where there are no ratings; it names the figure.
 */
export function needRatings(ratings: Ratings, figureName: string): void {
  if (ratings.count > 0) return;
  throw new RangeError(`${figureName} has no ratings to show; look at the filter or the file they come from`);
}
