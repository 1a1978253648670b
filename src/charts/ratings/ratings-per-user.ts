import type { Ratings } from "../../ratings/ratings.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { countHistogram } from "../parts/count-histogram.js";
import type { Figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";

/**
 * How many ratings users gave: the number of users in bins that double, 1, 2 to 3, 4 to 7 and so
 * on. O(ratings + users × log(users)).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(ratingsPerUser(ratings));
 */
export function ratingsPerUser(ratings: Ratings): Figure {
  needRatings(ratings, "ratingsPerUser");
  return countHistogram(rowLengths(ratings.byUser), {
    title: "How many ratings each user gave",
    one: "user",
    x: "ratings given by one user",
    y: "number of users",
  });
}
