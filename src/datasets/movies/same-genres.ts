import type { Id } from "../../ratings/id-index.js";
import type { Movies } from "./movies.js";

/**
 * The other movies with exactly the genres of one, in any order: none where it has no genres, because unlisted genres
 * are unknown and not alike. In the order of the file, O(movies). An unknown id is a RangeError.
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
