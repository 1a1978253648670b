import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";
import { ratingsOfSimilar } from "./ratings-of-similar.js";

/**
 * Reference of the first features of `models/hybrid/rating-features.ts`: the ratings of the item by
 * the `neighbors` most similar users, the user's ratings of the `neighbors` most similar items, and
 * the means of user and item, which also replace missing neighbours. `ratings` must not have a
 * rating of the pair itself.
 */
export function neighborFeatures(
  ratings: readonly IndexedRating[],
  { user, item }: Omit<IndexedRating, "rating">,
  neighbors: number,
): number[] {
  const userMean = mean(ratings.filter((row) => row.user === user).map(({ rating }) => rating));
  const itemMean = mean(ratings.filter((row) => row.item === item).map(({ rating }) => rating));
  const transposed = ratings.map((row) => ({ ...row, user: row.item, item: row.user }));
  const ofItem = ratingsOfSimilar(ratings, { user, item }, neighbors);
  const ofUser = ratingsOfSimilar(transposed, { user: item, item: user }, neighbors);
  return [...padded(ofItem, neighbors, itemMean), ...padded(ofUser, neighbors, userMean), userMean, itemMean];
}

function padded(ratings: readonly number[], count: number, filler: number): number[] {
  return Array.from({ length: count }, (_, k) => ratings[k] ?? filler);
}
