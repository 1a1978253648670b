import type { Id } from "./id-index.js";
import type { Ratings } from "./ratings.js";

/** Number and mean of the ratings of an item. */
export interface ItemStatistics {
  readonly itemId: Id;
  /** How many users rated it. */
  readonly count: number;
  /** The mean of their ratings. */
  readonly mean: number;
}

/**
 * Number and mean of the ratings of every item, in the order of the items' index. O(ratings).
 *
 * @example
 * itemStatistics(ratings).filter(({ count }) => count >= 50).length; // 450
 */
export function itemStatistics(ratings: Ratings): ItemStatistics[] {
  const counts = new Float64Array(ratings.items.size);
  const sums = new Float64Array(ratings.items.size);
  for (const [row, itemIndex] of ratings.itemIndices.entries()) {
    counts[itemIndex]++;
    sums[itemIndex] += ratings.values[row];
  }
  return ratings.items.ids.map((itemId, itemIndex) => ({
    itemId,
    count: counts[itemIndex],
    mean: sums[itemIndex] / counts[itemIndex],
  }));
}
