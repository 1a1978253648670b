import type { Feedback } from "../../ratings/feedback.js";
import { ComparedRows } from "./compared-rows.js";
import { type CorrelationsOptions, correlationSettings } from "./correlations-with.js";

/** The number of defined similarities. */
export interface SimilarityCount {
  /**
   * Items with a defined similarity with themselves: enough ratings, and for correlations not all
   * equal.
   */
  readonly withThemselves: number;
  /** Pairs of different items, each counted once. */
  readonly pairs: number;
}

/**
 * The number of defined similarities: of the matrix items × items, `withThemselves + 2 * pairs`
 * cells. O(Σ over users of their ratings²).
 *
 * @example
 * countSimilarities(ratings, { minCommon: 100 }); // { withThemselves: 138, pairs: 630 }
 */
export function countSimilarities(ratings: Feedback, options: CorrelationsOptions = {}): SimilarityCount {
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
