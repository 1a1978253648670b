import { type RandomSettings, random } from "../../math/random.js";
import { drawRows } from "../../ratings/draw-rows.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import type { Split } from "../splits/split.js";
import { candidateMask } from "./rank-lists.js";

/** Options of {@link sampledCandidates}. */
export interface SampledCandidatesOptions extends Partial<RandomSettings> {
  /**
   * How many other items each user's test items are ranked among, from 1; all if there are fewer.
   * @default 100
   */
  readonly count?: number;
}

/**
 * Only for reproducing published numbers: each test user's test items, and a random sample of the
 * train items that the user has not rated. As `candidates` of `evaluateRanking` they make a
 * *sampled* metric.
 *
 * Sampled metrics are **biased**. A sample contains only a share of the items that rank above a
 * test item, so every model looks better than it is, most of all one with test items in the upper
 * part of the ranking but not at its top. The order of two models can be reversed, however many
 * users there are. To measure a model, rank all items, which is the default of `evaluateRanking`.
 * Walid Krichene and Steffen Rendle, *On Sampled Metrics for Item Recommendation*, KDD 2020.
 *
 * The items are drawn once, so that all models rank the same items. O(test users × items).
 *
 * @throws RangeError for a count below 1; the returned function, for a user without test ratings.
 * @example
 * const split = leaveOut(ratings);
 * const candidates = sampledCandidates(split, { count: 99 });
 * candidates(1).length; // 100
 */
export function sampledCandidates(
  { train, test }: Split<Feedback>,
  { count = 100, seed, generator }: SampledCandidatesOptions = {},
): (userId: Id) => readonly Id[] {
  wholeAtLeast(1, { count });
  const drawn = random({ seed, generator });
  const candidates = new Map<Id, readonly Id[]>();
  const all = Int32Array.from(train.items.ids.keys());
  for (const userId of test.users.ids) {
    const [own, seen] = [test, train].map((part) => part.ofUser(userId).map(({ itemId }) => itemId));
    const isRated = candidateMask(train.items, [...own, ...seen]);
    const others = all.filter((item) => !isRated[item]);
    const sample = drawRows(others, Math.min(count, others.length), drawn).drawn;
    candidates.set(userId, [...own, ...Array.from(sample, (item) => train.items.idOf(item))]);
  }
  return (userId) => {
    const ofUser = candidates.get(userId);
    if (ofUser) return ofUser;
    throw new RangeError(`user ${userId} has no test ratings in the split that candidates were drawn for`);
  };
}
