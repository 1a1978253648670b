import type { Id } from "../../ratings/id-index.js";
import type { Movies } from "./movies.js";

/**
 * The other movies with exactly the same set of genres, in the order of the file. None for a movie
 * without genres: they are unknown, not equal. O(movies). An unknown id is a RangeError.
 *
 * @example
 * sameGenres(movies, movies.find("Jumanji (1995)")).length; // 23
 */
export function sameGenres(movies: Movies, itemId: Id): Id[] {
  const wanted = new Set(movies.genres(itemId));
  if (wanted.size === 0) return [];
  return [...movies]
    .filter(
      ({ genres }) => new Set(genres).size === wanted.size && genres.every((genre) => wanted.has(genre)),
    )
    .map((movie) => movie.itemId)
    .filter((other) => other !== itemId);
}
