import { type RandomSettings, random } from "../../math/random.js";
import type { SimilarItem } from "../../models/contract/model.js";
import { type CorrelationsOptions, correlationsWith } from "../../models/neighbors/correlations-with.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";

/** A similarity among the first half of the users, and what becomes of it among the others. */
export interface SimilarityInHalves extends SimilarItem {
  /** How many of the first half rated the item. */
  readonly ratings: number;
  /** The similarity of the same two items among the other half; NaN where it is undefined there. */
  readonly again: number;
}

/** Settings of {@link similaritiesInHalves}. */
export interface SimilaritiesInHalvesOptions extends CorrelationsOptions, Partial<RandomSettings> {}

/**
 * Does a similarity hold among other people? The users are split in two halves by chance. For each of some items: all items
 * that the first half finds comparable with it, itself left out, with what the other half says of them. A list that
 * is made of the first half's numbers promises their mean; the mean of `again` is what it keeps. O(Σ over the items' raters of
 * their ratings).
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

/** None where this half has not rated the item. */
function similarTo(half: Ratings, itemId: Id, options: CorrelationsOptions): SimilarItem[] {
  return half.items.has(itemId) ? correlationsWith(half, itemId, options) : [];
}
