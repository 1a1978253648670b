import type { Recommendation } from "reelbook";
import { best, itemCounts, itemMeans } from "../plans/item-plan.js";
import type { Relation } from "../plans/relations.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import { checkCount } from "../settings/checks.js";
import type { RunOptions } from "../transport/execute.js";

/** Options of {@link popularItems}. */
export interface PopularItemsOptions extends RunOptions {
  /** Most items to return. @default 10 */
  readonly count?: number;
}

/** Options of {@link bestRatedItems}. */
export interface BestRatedItemsOptions extends PopularItemsOptions {
  /** Number of imaginary ratings at the global mean that are added to each item. @default 5 */
  readonly damping?: number;
  /** Items with fewer ratings are left out. @default 1 */
  readonly minRatings?: number;
}

/** The items with the most ratings, as `Popularity` of reelbook counts; ties by the lower id. */
export function popularItems(
  ratings: SparkRatings,
  options: PopularItemsOptions = {},
): Promise<Recommendation[]> {
  return bestOf(ratings, itemCounts(ratings.relation), options);
}

/**
 * The items with the highest damped mean, as `MeanRating` of reelbook computes it; ties by the
 * lower id:
 *
 *     score = (sum of the item's ratings + damping × mean) / (number of its ratings + damping)
 */
export function bestRatedItems(
  ratings: SparkRatings,
  { damping = 5, minRatings = 1, ...options }: BestRatedItemsOptions = {},
): Promise<Recommendation[]> {
  if (!(Number.isFinite(damping) && damping >= 0)) {
    throw new RangeError(`damping: ${damping} is not a number of at least 0; give one, such as 5`);
  }
  checkCount("minRatings", minRatings);
  return bestOf(ratings, itemMeans(ratings.relation, { damping, minRatings }), options);
}

async function bestOf(
  ratings: SparkRatings,
  scores: Relation,
  { count = 10, ...options }: PopularItemsOptions,
): Promise<Recommendation[]> {
  checkCount("count", count);
  const batches = await ratings.runner.collect(best(scores, count), options);
  return batches.flatMap((batch) => {
    const values = batch.numbers("score");
    return Array.from(batch.integers("itemId"), (itemId, row) => ({
      itemId,
      score: values[row] ?? Number.NaN,
    }));
  });
}
