import type { FittedModel } from "../../models/contract/model.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { rowOf } from "../../sparse/row-of.js";

/** Writes the scores of all items for a user and returns the items, by index, that the model knows the user has rated. */
export type UserScorer = (userId: Id, into: Float64Array) => Int32Array;

/**
 * Scores users as a model in service would: those it was fitted on as they are, all others as new people of whom it is told
 * their `given` ratings, which may be none. Given items that it does not know are left out.
 */
export function userScorer(fitted: FittedModel, given?: Ratings): UserScorer {
  const { ratings, items } = fitted;
  return (userId, into) => {
    const userIndex = ratings.users.indexOf(userId);
    if (userIndex >= 0) {
      fitted.scoreItems(userIndex, into);
      return rowOf(ratings.byUser, userIndex).indices;
    }
    const told = given?.ofUser(userId).filter(({ itemId }) => items.has(itemId)) ?? [];
    const itemIndices = Int32Array.from(told, ({ itemId }) => items.indexOf(itemId));
    const values = Float64Array.from(told, ({ rating }) => rating);
    fitted.scoreItemsFor({ userIndex: -1, itemIndices, values }, into);
    return itemIndices;
  };
}
