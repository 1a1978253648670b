import type { Feedback } from "../../ratings/feedback.js";
import type { IdIndex } from "../../ratings/id-index.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import type { LearnedFactors } from "./learned-factors.js";
import { FixedSide, type OwnFactors } from "./own-factors.js";

/** What {@link updatedFactors} needs of a fitted model. */
export interface UpdatableFactors {
  readonly ratings: Feedback;
  readonly factors: number;
  readonly learned: LearnedFactors;
  solveUser(row: SparseRow, items: FixedSide): OwnFactors;
  solveItem(row: SparseRow, users: FixedSide): OwnFactors;
}

/**
 * The factors of a model for more ratings, of which `interests` are those that it learns from.
 * Those of known items stay, and so do those of users without new ratings. The other users are
 * solved against the known items, then new items against all users, and then the same users against
 * all items. O(their ratings × factors² + their number × factors³).
 */
export function updatedFactors(
  model: UpdatableFactors,
  ratings: Feedback,
  interests: Feedback,
): LearnedFactors {
  const { learned, factors: width } = model;
  const { users, items } = ratings;
  const { byUser, byItem } = interests;
  const userSources = sourcesOf(users, model.ratings.users);
  const itemSources = sourcesOf(items, model.ratings.items);
  const { mean } = learned;
  const userBiases = carried(learned.userBiases, userSources, 1);
  const itemBiases = carried(learned.itemBiases, itemSources, 1);
  const userFactors = carried(learned.userFactors, userSources, width);
  const itemFactors = carried(learned.itemFactors, itemSources, width);
  const oldByUser = model.ratings.byUser;
  const changedUsers = [...userSources.keys()].filter((user) => {
    const source = userSources[user];
    return source < 0 || !isSame(rowOf(oldByUser, source).values, rowOf(ratings.byUser, user).values);
  });
  const newItems = [...itemSources.keys()].filter((item) => itemSources[item] < 0);
  const solveUsers = (isKnown: (item: number) => boolean) => {
    const side = new FixedSide(mean, itemBiases, { values: itemFactors, width });
    for (const user of changedUsers) {
      const { bias, factors } = model.solveUser(entriesOf(rowOf(byUser, user), isKnown), side);
      userBiases[user] = bias;
      userFactors.set(factors, user * width);
    }
  };
  solveUsers((item) => itemSources[item] >= 0);
  if (newItems.length > 0) {
    // A user without factors, NaN, says nothing about items.
    const values = userFactors.map((factor) => (Number.isNaN(factor) ? 0 : factor));
    const side = new FixedSide(mean, userBiases, { values, width });
    for (const item of newItems) {
      const { bias, factors } = model.solveItem(rowOf(byItem, item), side);
      itemBiases[item] = bias;
      itemFactors.set(factors, item * width);
    }
    solveUsers(() => true);
  }
  return { mean, userBiases, itemBiases, userFactors, itemFactors };
}

/** Whether a user has nothing new; old rows come first. */
function isSame(old: Float64Array, values: Float64Array): boolean {
  return old.length === values.length && old.every((value, k) => value === values[k]);
}

/** For each id its index among the old ids, or −1. */
function sourcesOf(index: IdIndex, old: IdIndex): Int32Array {
  return Int32Array.from(index.ids, (id) => old.indexOf(id));
}

/** Rows of numbers at their new indices; 0 for new ones. */
function carried(old: Float64Array, sources: Int32Array, width: number): Float64Array {
  const values = new Float64Array(sources.length * width);
  for (const [row, source] of sources.entries()) {
    if (source >= 0) values.set(old.subarray(source * width, (source + 1) * width), row * width);
  }
  return values;
}

function entriesOf({ indices, values }: SparseRow, isKept: (column: number) => boolean): SparseRow {
  const kept = [...indices.keys()].filter((k) => isKept(indices[k]));
  return {
    indices: Int32Array.from(kept, (k) => indices[k]),
    values: Float64Array.from(kept, (k) => values[k]),
  };
}
