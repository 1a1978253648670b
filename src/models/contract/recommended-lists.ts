import type { Id, IdIndex } from "../../ratings/id-index.js";
import { quoted } from "../../settings/setting.js";
import type { Recommendation } from "./recommend-options.js";
import type { Places } from "./user-lists.js";

/** The lists of many users, by index: what {@link FittedModel.recommendAll} returns. */
export class RecommendedLists implements Places {
  /** The users with a list: list u is that of `users.idOf(u)`. */
  readonly users: IdIndex;
  /** The items of the model: item i is `items.idOf(i)`. */
  readonly items: IdIndex;
  /** Places of a list: the `count` of the options, or the number of items if that is less. */
  readonly count: number;
  /**
   * users × count, best first: place k of list u is `itemIndices[u × count + k]`; -1 after the end
   * of a shorter list.
   */
  readonly itemIndices: Int32Array;
  /** The scores of these items; NaN after the end of a shorter list. */
  readonly scores: Float64Array;

  constructor(users: IdIndex, items: IdIndex, { count, itemIndices, scores }: Places) {
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
    const { users, items, count, itemIndices, scores } = this;
    const user = users.indexOf(userId);
    if (user < 0) {
      throw new RangeError(`user ${quoted(userId)} is not among the users of these lists`);
    }
    const list: Recommendation[] = [];
    for (let k = user * count; k < (user + 1) * count && itemIndices[k] >= 0; k++) {
      list.push({ itemId: items.idOf(itemIndices[k]), score: scores[k] });
    }
    return list;
  }
}
