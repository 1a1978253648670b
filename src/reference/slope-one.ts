import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/**
 * Slope One, written to be read: the user's mean, moved by how much higher the item stands than each of the user's other items, on
 * average, with those who rated both. See `kernels/deviations.ts`.
 */
export function slopeOne(
  ratings: readonly IndexedRating[],
  user: number,
  item: number,
  { minCommon = 1 } = {},
): number {
  const theirs = ratings.filter((row) => row.user === user);
  const differences = theirs
    .filter((row) => row.item !== item)
    .map((row) => differencesOf(ratings, item, row.item))
    .filter(({ length }) => length >= minCommon);
  const own = mean(theirs.map(({ rating }) => rating));
  return differences.length === 0 ? own : own + mean(differences.map(mean));
}

/** What each user who rated both items gave to the first more than to the second. */
function differencesOf(ratings: readonly IndexedRating[], first: number, second: number): number[] {
  const ofSecond = new Map(ratings.filter((row) => row.item === second).map((row) => [row.user, row.rating]));
  return ratings
    .filter((row) => row.item === first && ofSecond.has(row.user))
    .map((row) => row.rating - ofSecond.get(row.user)!);
}
