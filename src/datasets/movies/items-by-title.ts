import type { ItemStatistics } from "../../ratings/item-statistics.js";
import { mergeItems } from "../../ratings/merge-items.js";
import type { Ratings } from "../../ratings/ratings.js";
import { Movies } from "./movies.js";

/** Ratings and movies whose ids are titles. */
export interface ItemsByTitle {
  readonly ratings: Ratings;
  /** With the genres of the first movie of each title. */
  readonly movies: Movies;
  /**
   * Count and mean of the rows of each title, in index order. A user who rated two ids of one title
   * counts twice.
   */
  readonly statistics: ItemStatistics[];
}

/**
 * One item per title: some data sets list a movie under two ids. If a user rated both, `ratings`
 * has their mean as one rating; `statistics` counts each row, as a table does that is grouped
 * before it is pivoted. O(ratings).
 *
 * @throws RangeError for a rated item that is not in `movies`.
 * @example
 * const byTitle = itemsByTitle(ratings, movies);
 * byTitle.ratings.get(1, "Heat (1995)"); // 4
 */
export function itemsByTitle(ratings: Ratings, movies: Movies): ItemsByTitle {
  const merged = mergeItems(ratings, (itemId) => movies.title(itemId));
  const { items } = merged;
  const newIndices = ratings.items.ids.map((itemId) => items.indexOf(movies.title(itemId)));
  const counts = new Float64Array(items.size);
  const sums = new Float64Array(items.size);
  for (const [row, itemIndex] of ratings.itemIndices.entries()) {
    counts[newIndices[itemIndex]]++;
    sums[newIndices[itemIndex]] += ratings.values[row];
  }
  return Object.freeze({
    ratings: merged,
    movies: moviesByTitle(movies),
    statistics: items.ids.map((itemId, index) => ({
      itemId,
      count: counts[index],
      mean: sums[index] / counts[index],
    })),
  });
}

function moviesByTitle(movies: Movies): Movies {
  const firsts = new Map([...movies].reverse().map((movie) => [movie.title, movie]));
  const titles = new Set([...movies].map(({ title }) => title));
  return Movies.from(Array.from(titles, (title) => ({ ...firsts.get(title)!, itemId: title })));
}
