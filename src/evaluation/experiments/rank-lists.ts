import { topIndices } from "../../math/top-n.js";
import type { FittedModel } from "../../models/contract/model.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import type { RatingScale } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import { rowOf } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { areaUnderCurve } from "../metrics/area-under-curve.js";
import type { Hits } from "../metrics/list-metrics.js";
import { userScorer } from "./user-scorer.js";

/** Who is shown what, and what of it counts. */
export interface RankingTask {
  /** Whether a test rating makes its item relevant. @default in the upper quarter of the scale: 4 and more of 5; all where all are alike */
  readonly relevant?: (rating: number) => boolean;
  /** The only items that may be shown, to all or to each user. Relevant items that are not among them are misses. @default all */
  readonly candidates?: Iterable<Id> | ((userId: Id) => Iterable<Id>) | undefined;
  /** Whether what a user has rated in train (or given) is left out. @default true */
  readonly excludeSeen?: boolean;
  /** What the model is told of test users whom it was not fitted on. @default nothing */
  readonly given?: Ratings | undefined;
}

/** What one test user is shown: the items, best first, by the model's index. */
export interface RankedList extends Hits {
  readonly userId: Id;
  readonly itemIndices: Int32Array;
  /** NaN where it was not asked for. */
  readonly auc: number;
}

/** The top list of each test user who has relevant items, in the order of the test users. O(users × (items + a model's scores)). */
export function rankLists(
  fitted: FittedModel,
  test: Ratings,
  options: RankingTask & TaskOptions & { count: number; auc: boolean },
): RankedList[] {
  const { relevant = highRating(fitted.ratings.scale), excludeSeen = true, given, count, auc } = options;
  const score = userScorer(fitted, given);
  const keepCandidates = candidateFilter(fitted.items, options.candidates);
  const relevantOf = relevantItems(fitted, test, relevant);
  const scores = new Float64Array(fitted.items.size);
  const isRelevant = new Uint8Array(fitted.items.size);
  const lists: RankedList[] = [];
  for (const [user, userId] of test.users.ids.entries()) {
    reportProgress(options, { done: user, total: test.users.size });
    const wanted = relevantOf(user);
    const relevantCount = wanted.length;
    if (relevantCount === 0) continue;
    const seen = score(userId, scores);
    if (excludeSeen) for (const item of seen) scores[item] = Number.NaN;
    keepCandidates(userId, scores);
    for (const item of wanted) if (item >= 0) isRelevant[item] = 1;
    const itemIndices = topIndices(scores, count);
    lists.push({
      userId,
      itemIndices,
      hits: Uint8Array.from(itemIndices, (item) => isRelevant[item]),
      relevantCount,
      auc: auc ? areaUnderCurve(scores, { isRelevant, relevantCount }) : Number.NaN,
    });
    isRelevant.fill(0);
  }
  reportProgress(options, { done: test.users.size, total: test.users.size });
  return lists;
}

function highRating({ min, max }: RatingScale): (rating: number) => boolean {
  return (rating) => rating >= min + 0.75 * (max - min);
}

/** Gives a test user's relevant items by the model's index, -1 for each one that it does not know. */
function relevantItems(
  fitted: FittedModel,
  test: Ratings,
  isRelevant: (rating: number) => boolean,
): (user: number) => Int32Array {
  const known = Int32Array.from(test.items.ids, (itemId) => fitted.items.indexOf(itemId));
  return (user) => {
    const { indices, values } = rowOf(test.byUser, user);
    return indices.filter((_, k) => isRelevant(values[k])).map((item) => known[item]);
  };
}

/** Makes the scores of all items NaN that are not candidates. */
function candidateFilter(
  items: IdIndex,
  candidates: RankingTask["candidates"],
): (userId: Id, scores: Float64Array) => void {
  if (!candidates) return () => {};
  const keep = (isCandidate: Uint8Array, scores: Float64Array) => {
    for (let item = 0; item < scores.length; item++) if (!isCandidate[item]) scores[item] = Number.NaN;
  };
  if (typeof candidates === "function") {
    return (userId, scores) => keep(candidateMask(items, candidates(userId)), scores);
  }
  const forAll = candidateMask(items, candidates);
  return (_, scores) => keep(forAll, scores);
}

/** 1 for each item, by index, that is a candidate; unknown ids are left out. */
export function candidateMask(items: IdIndex, candidates: Iterable<Id>): Uint8Array {
  const mask = new Uint8Array(items.size);
  for (const itemId of candidates) if (items.has(itemId)) mask[items.indexOf(itemId)] = 1;
  return mask;
}
