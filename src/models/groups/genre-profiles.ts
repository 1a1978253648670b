import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast } from "../../settings/checks.js";
import { rowOf } from "../../sparse/row-of.js";
import type { ItemGenres } from "../content/genre-content.js";
import type { UserVectors } from "./user-vectors.js";

/** Settings of {@link genreProfiles}. */
export interface GenreProfilesOptions {
  /**
   * Number of imaginary ratings at the user's mean that are added to each genre, from 0.
   *
   * @default 5
   */
  readonly damping?: number;
}

/** Each user's rating of each genre, relative to the user's mean. */
export interface GenreProfiles extends UserVectors {
  /** The genres in alphabetical order, as in each profile. */
  readonly genres: readonly string[];
}

/**
 * The damped mean deviation of each user's ratings of each genre from the user's mean, in stars:
 *
 *     Σ over the user's n ratings of the genre: (rating − the user's mean) / (n + damping)
 *
 * 0 for a genre that the user has not rated. Items that are not listed have no genres. O(genres of
 * all ratings).
 *
 * @example
 * const { genres, width } = genreProfiles(ratings, movies);
 * [genres[0], width]; // ["Action", 19]
 */
export function genreProfiles(
  ratings: Ratings,
  items: Iterable<ItemGenres>,
  { damping = 5 }: GenreProfilesOptions = {},
): GenreProfiles {
  atLeast(0, { damping });
  const genresOf = new Map(Array.from(items, ({ itemId, genres }) => [itemId, [...genres]]));
  const genres = [...new Set([...genresOf.values()].flat())].sort();
  const placesOf = ratings.items.ids.map((itemId) =>
    (genresOf.get(itemId) ?? []).map((each) => genres.indexOf(each)),
  );
  const { users, byUser } = ratings;
  const width = genres.length;
  const values = new Float64Array(users.size * width);
  const counts = new Float64Array(width);
  for (let user = 0; user < users.size; user++) {
    const { indices: rated, values: stars } = rowOf(byUser, user);
    const ofUser = mean(stars);
    const profile = values.subarray(user * width, (user + 1) * width);
    counts.fill(damping);
    for (let k = 0; k < rated.length; k++) {
      for (const genre of placesOf[rated[k]]) {
        profile[genre] += stars[k] - ofUser;
        counts[genre]++;
      }
    }
    for (let genre = 0; genre < width; genre++) profile[genre] /= counts[genre] || 1;
  }
  return { users, width, values, genres };
}
