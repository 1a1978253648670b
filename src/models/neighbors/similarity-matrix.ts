import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { ComparedRows } from "./compared-rows.js";
import { type CorrelationsOptions, correlationSettings } from "./correlations-with.js";

/**
 * The similarities of some items with each other: a row and a column for each, in the given order;
 * NaN where undefined. O(Σ over their raters of their ratings).
 *
 * @throws RangeError for an unknown item
 *
 * @example
 * const [, second] = similarityMatrix(ratings, [260, 1196], { minCommon: 100 });
 * second[0].toFixed(3); // "0.778"
 */
export function similarityMatrix(
  ratings: Feedback,
  itemIds: readonly Id[],
  options: CorrelationsOptions = {},
): Float64Array[] {
  const unknown = itemIds.find((itemId) => !ratings.items.has(itemId));
  if (unknown !== undefined) {
    throw new RangeError(
      `item ${JSON.stringify(unknown)} is not among the ${ratings.items.size} rated items`,
    );
  }
  const rows = new ComparedRows(ratings, "items", correlationSettings("similarityMatrix", options));
  const indices = itemIds.map((itemId) => ratings.items.indexOf(itemId));
  return indices.map((index) => {
    const similarities = rows.of(index);
    return Float64Array.from(indices, (other) => similarities[other]);
  });
}
