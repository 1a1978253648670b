import { topIndices } from "../../math/top-n.js";
import type { FittedModel } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import { rowOf } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { areaUnderCurve } from "../metrics/area-under-curve.js";
import type { Hits } from "../metrics/list-metrics.js";
import { scorerInOrder } from "./user-scorer.js";

/** What top lists may contain, and which items are relevant. */
export interface RankingTask {
  /**
   * Whether a test rating makes its item relevant.
   * @default in the upper quarter of the scale, such as 4 and more of 1 to 5; all if the scale has
   * one value; for interactions a weight above 0
   */
  readonly relevant?: (rating: number) => boolean;
  /**
   * The only items that lists may contain, for all users or for each. Other relevant items are
   * misses.
   * @default all
   */
  readonly candidates?: Iterable<Id> | ((userId: Id) => Iterable<Id>) | undefined;
  /** Whether lists leave out what the user has rated in train (or given). @default true */
  readonly excludeSeen?: boolean;
  /** Known ratings of test users who are not in train. @default none */
  readonly given?: Feedback | undefined;
}

/** The top list of one test user: item indices of the model, best first. */
export interface RankedList extends Hits {
  readonly userId: Id;
  readonly itemIndices: Int32Array;
  /** What the user has rated in train (or given), as item indices of the model. */
  readonly seen: Int32Array;
  /** All relevant items, also those that the model does not know. */
  readonly relevantIds: readonly Id[];
  /** The area under the ROC curve; NaN unless asked for. */
  readonly auc: number;
}

/**
 * The top list of each test user with relevant items, in the order of the test users.
 * O(users × items), and the cost of the model's scores.
 */
export function rankLists(
  fitted: FittedModel,
  test: Feedback,
  options: RankingTask & TaskOptions & { count: number; auc: boolean },
): RankedList[] {
  const {
    relevant = relevantByDefault(fitted.ratings, test),
    excludeSeen = true,
    given,
    count,
    auc,
  } = options;
  const keepCandidates = candidateFilter(fitted.items, options.candidates);
  const relevantOfUsers = test.users.ids.map((_, user) => relevantItemsOf(test, user, relevant));
  const known = Int32Array.from(test.items.ids, (itemId) => fitted.items.indexOf(itemId));
  const listed = test.users.ids.filter((_, user) => relevantOfUsers[user].length > 0);
  const scorer = scorerInOrder(fitted, listed, given);
  const scores = new Float64Array(fitted.items.size);
  const isRelevant = new Uint8Array(fitted.items.size);
  const listOf = (userId: Id, relevantOfUser: Int32Array): RankedList => {
    const relevantItems = relevantOfUser.map((item) => known[item]);
    const relevantIds = Array.from(relevantOfUser, (item) => test.items.idOf(item));
    const relevantCount = relevantItems.length;
    const seen = scorer.score(userId, scores);
    if (excludeSeen) for (const item of seen) scores[item] = Number.NaN;
    keepCandidates(userId, scores);
    for (const item of relevantItems) if (item >= 0) isRelevant[item] = 1;
    const itemIndices = topIndices(scores, count);
    const hits = Uint8Array.from(itemIndices, (item) => isRelevant[item]);
    const area = auc ? areaUnderCurve(scores, { isRelevant, relevantCount }) : Number.NaN;
    isRelevant.fill(0);
    return { userId, itemIndices, seen, hits, relevantCount, relevantIds, auc: area };
  };
  const total = test.users.size;
  const lists: RankedList[] = [];
  try {
    for (const [user, userId] of test.users.ids.entries()) {
      reportProgress(options, { done: user, total });
      if (relevantOfUsers[user].length > 0) lists.push(listOf(userId, relevantOfUsers[user]));
    }
  } finally {
    scorer.close();
  }
  reportProgress(options, { done: total, total });
  return lists;
}

function relevantByDefault({ kind, scale }: Feedback, test: Feedback): (value: number) => boolean {
  if (test.kind === "interactions") return (weight) => weight > 0;
  const { min, max } = kind === "ratings" ? scale : test.scale;
  return (rating) => rating >= min + 0.75 * (max - min);
}

/** The relevant items of a test user, as item indices of the test part. */
function relevantItemsOf(
  { byUser }: Feedback,
  user: number,
  isRelevant: (rating: number) => boolean,
): Int32Array {
  const { indices, values } = rowOf(byUser, user);
  return indices.filter((_, k) => isRelevant(values[k]));
}

/** Sets the scores of all items but the candidates to NaN. */
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

/** By item index 1 for a candidate, else 0; ignores unknown ids. */
export function candidateMask(items: IdIndex, candidates: Iterable<Id>): Uint8Array {
  const mask = new Uint8Array(items.size);
  for (const itemId of candidates) if (items.has(itemId)) mask[items.indexOf(itemId)] = 1;
  return mask;
}
