import type { FittedModel } from "../../models/contract/model.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { rowOf } from "../../sparse/row-of.js";

/**
 * Writes the scores of all items for a user; returns the item indices of the user's known ratings.
 */
export type UserScorer = (userId: Id, into: Float64Array) => Int32Array;

/**
 * Scores users as in production: users of train from their train ratings, all others folded in from
 * their `given` ratings, which may be none. Given items that the model does not know are left out.
 */
export function userScorer(fitted: FittedModel, given?: Ratings): UserScorer {
  const { ratings, items } = fitted;
  return (userId, into) => {
    const userIndex = ratings.users.indexOf(userId);
    if (userIndex >= 0) {
      fitted.scoreItems(userIndex, into);
      return rowOf(ratings.byUser, userIndex).indices;
    }
    const history = given?.ofUser(userId).filter(({ itemId }) => items.has(itemId)) ?? [];
    const itemIndices = Int32Array.from(history, ({ itemId }) => items.indexOf(itemId));
    const values = Float64Array.from(history, ({ rating }) => rating);
    fitted.scoreItemsFor({ userIndex: -1, itemIndices, values }, into);
    return itemIndices;
  };
}
