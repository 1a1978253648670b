import type { FittedModel } from "../../models/contract/model.js";
import { TileSize } from "../../models/contract/tile-size.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { rowOf } from "../../sparse/row-of.js";

/**
 * Writes the scores of all items for a user; returns the item indices of the user's known ratings.
 */
export type UserScorer = (userId: Id, into: Float64Array) => Int32Array;

/**
 * Scores users as in production: users of train from their train ratings, all others folded in from
 * their `given` ratings, which may be none. Given items that the model does not know are left out.
 */
export function userScorer(fitted: FittedModel, given?: Feedback): UserScorer {
  const { ratings, items } = fitted;
  return (userId, into) => {
    const userIndex = ratings.users.indexOf(userId);
    if (userIndex >= 0) {
      fitted.scoreItems(userIndex, into);
      return rowOf(ratings.byUser, userIndex).indices;
    }
    const own = given?.ofUser(userId) ?? [];
    const history = ratings.historyOf(own, items, "skip");
    fitted.scoreItemsFor({ userIndex: -1, ...history }, into);
    return history.itemIndices;
  };
}

/** A {@link UserScorer} with a job that is to be closed. */
export interface ScorerInOrder {
  readonly score: UserScorer;
  close(): void;
}

/**
 * {@link userScorer} for users in a known order, in which each is asked for once: those of train
 * are scored many at a time. Holds O(items) numbers for each user of a tile.
 */
export function scorerInOrder(
  fitted: FittedModel,
  userIds: readonly Id[],
  given: Feedback | undefined,
): ScorerInOrder {
  const { ratings, items } = fitted;
  const scoreAlone = userScorer(fitted, given);
  const known = Int32Array.from(userIds, (userId) => ratings.users.indexOf(userId)).filter(
    (user) => user >= 0,
  );
  const tile = new TileSize(items.size, known.length);
  const scores = fitted.openScores({ users: known.length, perTile: tile.most });
  tile.beginWith(scores.firstTile);
  let rows: Float64Array = new Float64Array(0);
  let [first, end, next] = [0, 0, 0];
  const scoreTile = () => {
    const start = performance.now();
    [first, end] = [end, Math.min(end + tile.users, known.length)];
    rows = scores.of(known.subarray(first, end));
    tile.took(performance.now() - start);
  };
  const score: UserScorer = (userId, into) => {
    const userIndex = ratings.users.indexOf(userId);
    if (userIndex < 0) return scoreAlone(userId, into);
    if (next === end) scoreTile();
    const start = (next++ - first) * scores.stride;
    into.set(rows.subarray(start, start + items.size));
    return rowOf(ratings.byUser, userIndex).indices;
  };
  return { score, close: () => scores.close() };
}
