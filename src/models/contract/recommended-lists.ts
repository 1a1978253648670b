import type { FlatLists } from "../../kernels/dense/user-scores.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import type { Recommendation } from "./recommend-options.js";

/** The lists of many users, by index: what {@link FittedModel.recommendAll} returns. */
export class RecommendedLists implements FlatLists {
  /** The users with a list: list u is that of `users.idOf(u)`. */
  declare readonly users: IdIndex;
  /** The items of the model: item i is `items.idOf(i)`. */
  declare readonly items: IdIndex;
  /** Places of a list: the `count` of the options, or the number of items if that is less. */
  declare readonly count: number;
  /**
   * users × count, best first: place k of list u is `itemIndices[u × count + k]`; -1 after the end
   * of a shorter list.
   */
  declare readonly itemIndices: Int32Array;
  /** The scores of these items; NaN after the end of a shorter list. */
  declare readonly scores: Float64Array;

  constructor(users: IdIndex, items: IdIndex, { count, itemIndices, scores }: FlatLists) {
    this.users = users;
    this.items = items;
    this.count = count;
    this.itemIndices = itemIndices;
    this.scores = scores;
    Object.freeze(this);
  }

  /**
   * The list of one user, as {@link FittedModel.recommend} returns it. O(count).
   *
   * @throws RangeError for a user without a list here
   */
  ofUser(userId: Id): Recommendation[] {
    const { users, items } = this;
    const user = users.known(userId, "user", "the users of these lists");
    return recommendations(items, this, user);
  }
}

/** A list as items and scores, best first. O(count). */
export function recommendations(
  items: IdIndex,
  { count, itemIndices, scores }: FlatLists,
  list: number,
): Recommendation[] {
  const places: Recommendation[] = [];
  for (let k = list * count; k < (list + 1) * count && itemIndices[k] >= 0; k++) {
    places.push({ itemId: items.idOf(itemIndices[k]), score: scores[k] });
  }
  return places;
}
