import { ITEM_SIMILARITIES, type ItemSimilarityName, similarItemPairs } from "../plans/item-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import { checkCount } from "../settings/checks.js";
import type { RunOptions } from "../transport/execute.js";

/** Options of {@link similarItems}. */
export interface SimilarItemsOptions extends RunOptions {
  /** With the formulas of `ItemKnn` of reelbook. @default "cosine" */
  readonly similarity?: ItemSimilarityName;
  /** Fewest users who rated both items. @default 1 */
  readonly minCommon?: number;
  /** Most similar items of each item. @default 50 */
  readonly keep?: number;
}

/**
 * Some rows of the similar items of all items: `otherIds[n]`, at place `places[n]`, from 1, is
 * similar to `itemIds[n]`. The rows of one item may continue in the next batch.
 */
export interface SimilarItemsBatch {
  readonly itemIds: Int32Array;
  readonly places: Int32Array;
  readonly otherIds: Int32Array;
  readonly similarities: Float64Array;
  /** Numbers of users who rated both. */
  readonly common: Float64Array;
}

/**
 * The most similar items of each item, with similarities above 0 as `ItemKnn` of reelbook has them,
 * most similar first and ties by the lower id. The server joins the ratings with themselves: Σ over
 * users of n (n − 1) / 2 rows, n their ratings of items with at least `minCommon`, so that a user
 * with 10,000 ratings gives as many as 10,000 users with 100.
 *
 * @throws RangeError for an unknown similarity, and for counts below 1
 */
export async function* similarItems(
  ratings: SparkRatings,
  { similarity = "cosine", minCommon = 1, keep = 50, ...options }: SimilarItemsOptions = {},
): AsyncGenerator<SimilarItemsBatch, void> {
  if (!(similarity in ITEM_SIMILARITIES)) {
    const known = Object.keys(ITEM_SIMILARITIES).join(", ");
    throw new RangeError(`similarity: "${similarity}" is unknown; take one of ${known}`);
  }
  checkCount("minCommon", minCommon);
  checkCount("keep", keep);
  const pairs = similarItemPairs(ratings.relation, { similarity, minCommon, keep });
  for await (const batch of ratings.runner.batches(pairs, options)) {
    yield {
      itemIds: batch.integers("itemId"),
      places: batch.integers("place"),
      otherIds: batch.integers("otherId"),
      similarities: batch.numbers("similarity"),
      common: batch.numbers("common"),
    };
  }
}
