import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";

/**
 * The probability of each item that an interest in it becomes a rating, up to a factor, if items
 * are shown in proportion to a power of their popularity:
 *
 *     (ratings of the item / most ratings of an item) ^ ((gamma + 1) / 2)
 *
 * An item without ratings counts as having one. Pass it as `propensity` to `evaluateRanking`, for
 * metrics that count rare items as often as they were missed. O(ratings).
 *
 * L. Yang et al., *Unbiased offline recommender evaluation for missing-not-at-random implicit
 * feedback*, RecSys 2018: gamma is from 1.5 to 3 there.
 *
 * @param ratings those that models are fitted to, not the test part
 * @throws RangeError for a gamma below −1
 * @example
 * const propensity = popularityPropensity(ratings, { gamma: 1.5 });
 * propensity(356) > propensity(-1); // true
 */
export function popularityPropensity(
  { items, byItem }: Feedback,
  { gamma }: { readonly gamma: number },
): (itemId: Id) => number {
  if (!(gamma >= -1)) throw new RangeError(`gamma: ${gamma} is not a number of at least -1`);
  const counts = items.ids.map((_, item) => Math.max(1, byItem.rowLength(item)));
  const most = counts.reduce((highest, count) => Math.max(highest, count), 1);
  return (itemId) => ((counts[items.indexOf(itemId)] ?? 1) / most) ** ((gamma + 1) / 2);
}
