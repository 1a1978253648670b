import { forEachDuplicate } from "./duplicates.js";
import { type Id, IdIndex } from "./id-index.js";
import type { Ratings } from "./ratings.js";
import { extendRatings } from "./ratings-extensions.js";

/** The code of {@link Ratings.mergeItems}. O(ratings). */
export function mergeItems(ratings: Ratings, newId: (itemId: Id) => Id): Ratings {
  const { users, userIndices, timestamps } = ratings;
  const newIds = ratings.items.ids.map(newId);
  const items = IdIndex.from(newIds);
  const itemIndices = ratings.itemIndices.map((item) => items.indexOf(newIds[item]));
  const values = ratings.values.slice();
  const counts = new Int32Array(ratings.count).fill(1);
  const pairs = { userCount: users.size, itemCount: items.size };
  forEachDuplicate({ userIndices, itemIndices }, pairs, (first, again) => {
    values[first] += values[again];
    counts[first]++;
    counts[again] = 0;
  });
  const mergedRows = new Map<Id, number>();
  for (const item of itemIndices) {
    const itemId = items.idOf(item);
    mergedRows.set(itemId, (mergedRows.get(itemId) ?? 0) + 1);
  }
  const isFirst = (_: number, row: number) => counts[row] > 0;
  return ratings.withColumns({
    users,
    items,
    userIndices: userIndices.filter(isFirst),
    itemIndices: itemIndices.filter(isFirst),
    values: values.map((sum, row) => sum / counts[row]).filter(isFirst),
    timestamps: timestamps?.filter(isFirst),
    mergedRows,
  });
}

extendRatings({ mergeItems: (ratings, newId) => mergeItems(ratings as Ratings, newId) });
