import type { Ratings } from "../../ratings/ratings.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { countHistogram } from "../parts/count-histogram.js";
import type { Figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";

/**
 * How many ratings movies got: the number of movies in bins that double, 1, 2 to 3, 4 to 7 and so
 * on. The same counts as in `ratingsPerItem`. O(ratings + movies × log(movies)).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(ratingsPerItemHistogram(ratings));
 */
export function ratingsPerItemHistogram(ratings: Ratings): Figure {
  needRatings(ratings, "ratingsPerItemHistogram");
  return countHistogram(rowLengths(ratings.byItem), {
    title: "How many ratings each movie got",
    one: "movie",
    x: "ratings of one movie",
    y: "number of movies",
  });
}
