import type { IndexedRating } from "./baseline.js";

/**
 * Reference of `kernels/similarity/ratings-of-similar.ts`: an item's ratings by the users most
 * similar to one user, the highest cosine first, equal ones in the order of the ratings. Missing
 * ratings count as 0; users with a cosine of 0 are left out.
 */
export function ratingsOfSimilar(
  ratings: readonly IndexedRating[],
  { user, item }: Omit<IndexedRating, "rating">,
  count: number,
): number[] {
  const own = rowOf(ratings, user);
  return ratings
    .filter((row) => row.item === item && row.user !== user)
    .map(({ user: rater, rating }) => ({ rating, cosine: cosine(own, rowOf(ratings, rater)) }))
    .filter((row) => row.cosine > 0)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count)
    .map(({ rating }) => rating);
}

/** A user's ratings by item. */
function rowOf(ratings: readonly IndexedRating[], user: number): Map<number, number> {
  return new Map(ratings.filter((row) => row.user === user).map(({ item, rating }) => [item, rating]));
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const dot = (x: ReadonlyMap<number, number>, y: ReadonlyMap<number, number>) =>
    [...x].reduce((sum, [item, rating]) => sum + rating * (y.get(item) ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
