import { type RandomSettings, random } from "../../math/random.js";
import type { SimilarItem } from "../../models/contract/model.js";
import { type CorrelationsOptions, correlationsWith } from "../../models/neighbors/correlations-with.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";

/** The similarity of two items in each half of the users. */
export interface SimilarityInHalves extends SimilarItem {
  /** How many users of the first half rated the item. */
  readonly ratings: number;
  /** The similarity of the same two items in the other half; NaN if undefined there. */
  readonly again: number;
}

/** Options of {@link similaritiesInHalves}. */
export interface SimilaritiesInHalvesOptions extends CorrelationsOptions, Partial<RandomSettings> {}

/**
 * Does a similarity hold for other users? Splits the users into two random halves. For each given
 * item: its similarity to all other items in the first half, if defined there, and in the other
 * half. A list that is chosen by the similarities of the first half overestimates them; the mean of
 * `again` over the list shows by how much. O(ratings of all raters of the items).
 *
 * @example
 * const [first] = similaritiesInHalves(ratings, [260], { minCommon: 50 });
 * first.every(({ common, ratings }) => common >= 50 && ratings >= common); // true
 */
export function similaritiesInHalves(
  ratings: Ratings,
  itemIds: readonly Id[],
  { seed, generator, ...options }: SimilaritiesInHalvesOptions = {},
): SimilarityInHalves[][] {
  const { ids } = ratings.users;
  const order = random({ seed, generator }).permutation(ids.length);
  const chosen = new Set(Array.from(order.subarray(0, Math.ceil(ids.length / 2)), (user) => ids[user]));
  const half = ratings.filter(({ userId }) => chosen.has(userId));
  const others = ratings.filter(({ userId }) => !chosen.has(userId));
  return itemIds.map((itemId) => {
    const again = new Map(similarTo(others, itemId, options).map((each) => [each.itemId, each.similarity]));
    return similarTo(half, itemId, options)
      .filter((each) => each.itemId !== itemId)
      .map((each) => ({
        ...each,
        ratings: half.byItem.rowLength(half.items.indexOf(each.itemId)),
        again: again.get(each.itemId) ?? Number.NaN,
      }));
  });
}

/** Empty if this half has not rated the item. */
function similarTo(half: Ratings, itemId: Id, options: CorrelationsOptions): SimilarItem[] {
  return half.items.has(itemId) ? correlationsWith(half, itemId, options) : [];
}
