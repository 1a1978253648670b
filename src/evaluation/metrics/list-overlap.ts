import { mean } from "../../math/statistics.js";
import type { FittedModel } from "../../models/contract/model.js";
import { wholeAtLeast } from "../../settings/checks.js";

/** Options of {@link listOverlap}. */
export interface ListOverlapOptions {
  /** Length of the lists, from 1. @default 10 */
  readonly count?: number;
}

/**
 * The overlap of the lists of two fitted models: of the items that the first model recommends to a
 * user, the share that the second one recommends too, at any place; the mean over the users that
 * both know. A user without recommendations from the first model does not count; NaN if that is all
 * users. Costs two lists for each user.
 *
 * @throws RangeError for a count below 1.
 * @example
 * const model = new MeanRating().fit(ratings);
 * listOverlap(model, model); // 1
 */
export function listOverlap(
  first: FittedModel,
  second: FittedModel,
  { count = 10 }: ListOverlapOptions = {},
): number {
  wholeAtLeast(1, { count });
  const both = first.ratings.users.ids.filter((userId) => second.ratings.users.has(userId));
  const shares = both.map((userId) => {
    const others = new Set(second.recommend(userId, { count }).map(({ itemId }) => itemId));
    return mean(first.recommend(userId, { count }).map(({ itemId }) => (others.has(itemId) ? 1 : 0)));
  });
  return mean(shares.filter((share) => !Number.isNaN(share)));
}
