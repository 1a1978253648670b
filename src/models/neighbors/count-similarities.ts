import type { Ratings } from "../../ratings/ratings.js";
import { ComparedRows } from "./compared-rows.js";
import { type CorrelationsOptions, correlationSettings } from "./correlations-with.js";

/** How many similarities are defined. */
export interface SimilarityCount {
  /** Items that have one with themselves: those with enough ratings, and not all of them equal where that matters. */
  readonly withThemselves: number;
  /** Pairs of two different items, each pair once. */
  readonly pairs: number;
}

/**
 * How much of the table items × items is filled: its cells are `withThemselves + 2 * pairs`. O(Σ over users of their
 * ratings²).
 *
 * @example
 * countSimilarities(ratings, { minCommon: 100 }); // { withThemselves: 138, pairs: 630 }
 */
export function countSimilarities(ratings: Ratings, options: CorrelationsOptions = {}): SimilarityCount {
  const settings = { ...correlationSettings("countSimilarities", options), keep: Infinity };
  const rows = new ComparedRows(ratings, "items", settings);
  const { indices } = rows.all();
  let withThemselves = 0;
  for (let item = 0; item < ratings.items.size; item++) {
    const hasEnough = ratings.byItem.rowLength(item) >= settings.minCommon;
    if (hasEnough && !Number.isNaN(rows.of(item)[item])) withThemselves++;
  }
  return { withThemselves, pairs: indices.length / 2 };
}
