import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/**
 * Reference of `kernels/similarity/deviations.ts`: Slope One (Lemire and Maclachlan 2005),
 *
 *     score = the user's mean + mean of deviation(item, rated)
 *
 * over the user's other items that at least `minCommon` users rated together with it; the user's
 * mean alone without any.
 */
export function slopeOne(
  ratings: readonly IndexedRating[],
  user: number,
  item: number,
  { minCommon = 1 } = {},
): number {
  const ofUser = ratings.filter((row) => row.user === user);
  const differences = ofUser
    .filter((row) => row.item !== item)
    .map((row) => differencesOf(ratings, item, row.item))
    .filter(({ length }) => length >= minCommon);
  const userMean = mean(ofUser.map(({ rating }) => rating));
  return differences.length === 0 ? userMean : userMean + mean(differences.map(mean));
}

/**
 * The mean of rating(first) − rating(second) over the users who rated both items; NaN without any.
 */
export function deviation(ratings: readonly IndexedRating[], first: number, second: number): number {
  return mean(differencesOf(ratings, first, second));
}

/** rating(first) − rating(second) of each user who rated both items. */
function differencesOf(ratings: readonly IndexedRating[], first: number, second: number): number[] {
  const ofSecond = new Map(ratings.filter((row) => row.item === second).map((row) => [row.user, row.rating]));
  return ratings
    .filter((row) => row.item === first && ofSecond.has(row.user))
    .map((row) => row.rating - ofSecond.get(row.user)!);
}
