import { type RandomSettings, random } from "../../math/random.js";
import { drawRows } from "../../ratings/draw-rows.js";
import type { Id } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import type { Split } from "../splits/split.js";
import { candidateMask } from "./rank-lists.js";

/** Settings of {@link sampledCandidates}. */
export interface SampledCandidatesOptions extends Partial<RandomSettings> {
  /** How many other items each user's own are ranked among, from 1; all of them where there are no more. @default 100 */
  readonly count?: number;
}

/**
 * To repeat numbers that others have published, not to measure: each test user's own test items, and a few items of train
 * drawn by chance among those that the user has not rated. As `candidates` of `evaluateRanking` they make a *sampled* metric.
 *
 * Sampled metrics are **biased**. Only a share of the items that stand above a test item is drawn, so every model looks better than it is, and
 * those most that have test items in the upper part of the ranking and not at its top: the order of two models can turn
 * round, and does not turn back with more users. Rank all items, as `evaluateRanking` does unless told otherwise.
 * Walid Krichene and Steffen Rendle, *On Sampled Metrics for Item Recommendation*, KDD 2020.
 *
 * The draws are made once, so that all models are asked about the same items. O(test users × items).
 *
 * @throws RangeError for a count below 1; asked for a user without test ratings.
 * @example
 * const split = leaveOut(ratings);
 * const candidates = sampledCandidates(split, { count: 99 });
 * candidates(1).length; // 100
 */
export function sampledCandidates(
  { train, test }: Split,
  { count = 100, seed, generator }: SampledCandidatesOptions = {},
): (userId: Id) => readonly Id[] {
  wholeAtLeast(1, { count });
  const drawn = random({ seed, generator });
  const candidates = new Map<Id, readonly Id[]>();
  for (const userId of test.users.ids) {
    const own = test.ofUser(userId).map(({ itemId }) => itemId);
    const seen = train.users.has(userId) ? train.ofUser(userId).map(({ itemId }) => itemId) : [];
    const isRated = candidateMask(train.items, [...own, ...seen]);
    const others = Int32Array.from(isRated.keys()).filter((item) => !isRated[item]);
    const sample = drawRows(others, Math.min(count, others.length), drawn).drawn;
    candidates.set(userId, [...own, ...Array.from(sample, (item) => train.items.idOf(item))]);
  }
  return (userId) => {
    const ofUser = candidates.get(userId);
    if (ofUser) return ofUser;
    throw new RangeError(`user ${userId} has no test ratings in the split that candidates were drawn for`);
  };
}
