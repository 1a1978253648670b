import { forEachDuplicate } from "./duplicates.js";
import type { IndexedFeedback } from "./feedback.js";

/**
 * The rows with those of the same user and item made one: the sum of the values, in the place of
 * the first and with the latest timestamp. O(rows + users + items).
 */
export function summedPairs(rows: IndexedFeedback): IndexedFeedback {
  const { users, items, userIndices, itemIndices } = rows;
  const values = rows.values.slice();
  const timestamps = rows.timestamps?.slice();
  const isRepeat = new Uint8Array(values.length);
  forEachDuplicate(rows, { userCount: users.size, itemCount: items.size }, (first, again) => {
    isRepeat[again] = 1;
    values[first] += values[again];
    if (!timestamps) return;
    const isLater = timestamps[again] > timestamps[first] || Number.isNaN(timestamps[first]);
    if (isLater) timestamps[first] = timestamps[again];
  });
  const isFirst = (_: number, row: number) => isRepeat[row] === 0;
  return {
    users,
    items,
    userIndices: userIndices.filter(isFirst),
    itemIndices: itemIndices.filter(isFirst),
    values: values.filter(isFirst),
    timestamps: timestamps?.filter(isFirst),
  };
}
