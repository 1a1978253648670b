import { rowOf } from "../../sparse/row-of.js";
import type { FlatLists, UserScoresSize } from "../dense/user-scores.js";
import type { MemoryPlan } from "./memory-plan.js";
import type { Session } from "./session.js";

/** Users that a thread ranks at a time. */
const PART = 32;

/** Items are inserted in order; for longer lists the heap of `ListRanker` is faster. */
const MOST_PLACES = 100;

/**
 * Writes the lists of a tile's users, from list `first` on: their scores are in rows of `stride`
 * numbers from `scores` on.
 */
export type WriteTileLists = (
  session: Session,
  tile: { readonly userIndices: Int32Array; readonly scores: number; readonly stride: number },
  into: FlatLists,
  first: number,
) => void;

/**
 * Plans the memory for ranking tiles in WebAssembly, on all threads: 4 bytes for each score, and 12
 * for each place of a list. Plain: src/models/contract/list-ranker.ts.
 *
 * @returns undefined where no lists are asked for, or long ones, or lists of candidates
 */
export function planTileLists(
  plan: MemoryPlan,
  { perTile, rules, seen }: UserScoresSize,
  itemCount: number,
): WriteTileLists | undefined {
  if (!rules || rules.candidates || rules.count > MOST_PLACES) return undefined;
  const { count, excluded } = rules;
  const mostHidden = perTile * (itemCount + excluded.length);
  const startsPlace = plan.int32(perTile + 1);
  const hiddenPlace = plan.int32(mostHidden);
  const itemsPlace = plan.int32(perTile * count);
  const bestPlace = plan.float64(perTile * count);
  return (session, { userIndices, scores, stride }, into, first) => {
    const users = userIndices.length;
    const starts = session.int32(startsPlace, users + 1);
    const hidden = session.int32(hiddenPlace, mostHidden);
    // The first start stays 0.
    let end = 0;
    const hide = (items: Int32Array) => {
      hidden.set(items, end);
      end += items.length;
    };
    for (let user = 0; user < users; user++) {
      if (seen) hide(rowOf(seen, userIndices[user]).indices);
      hide(excluded);
      starts[user + 1] = end;
    }
    session.runParts(
      "rankScores",
      { count: users, part: PART },
      ...[scores, stride, startsPlace, hiddenPlace, itemCount, count, itemsPlace, bestPlace],
    );
    into.itemIndices.set(session.int32(itemsPlace, users * count), first * count);
    into.scores.set(session.float64(bestPlace, users * count), first * count);
  };
}
