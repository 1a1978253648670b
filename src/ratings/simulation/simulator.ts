import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { IdIndex } from "../id-index.js";
import { checkedScale } from "../rating.js";
import { Ratings } from "../ratings.js";
import { type SimulatorSettings, simulatedRows } from "./simulated-rows.js";

const REPORT_EVERY = 1 << 16;

/**
 * The ratings of {@link simulatedRows} as `Ratings`. 25 million take half a minute and 24 bytes
 * each.
 *
 * @throws RangeError with the name and value of a wrong setting, or of a count that memory cannot
 *   hold.
 * @example
 * const ratings = simulateRatings({ users: 600, items: 9000, count: 100_000, seed: 1 });
 * ratings.count; // 100_000
 */
export function simulateRatings(settings: SimulatorSettings, task: TaskOptions = {}): Ratings {
  const rows = simulatedRows(settings);
  const { count, scale = { min: 0.5, max: 5 } } = settings;
  const { userIndices, itemIndices, values, timestamps } = newColumns(count);
  const itemIds: number[] = [];
  const indexOf = new Int32Array(settings.items + 1).fill(-1);
  let row = 0;
  for (const { userId, itemId, rating, timestamp } of rows) {
    if (indexOf[itemId] < 0) indexOf[itemId] = itemIds.push(itemId) - 1;
    userIndices[row] = userId - 1;
    itemIndices[row] = indexOf[itemId];
    values[row] = rating;
    timestamps[row] = timestamp;
    if (++row % REPORT_EVERY === 0 || row === count) reportProgress(task, { done: row, total: count });
  }
  const userIds = Array.from({ length: settings.users }, (_, index) => index + 1);
  const [users, items] = [IdIndex.from(userIds), IdIndex.from(itemIds)];
  const columns = { users, items, userIndices, itemIndices, values, timestamps };
  return Ratings.fromIndexed({ ...columns, scale: checkedScale(scale) });
}

function newColumns(count: number) {
  try {
    return {
      userIndices: new Int32Array(count),
      itemIndices: new Int32Array(count),
      values: new Float64Array(count),
      timestamps: new Float64Array(count),
    };
  } catch (error) {
    const gigabytes = Math.ceil((24 * count) / 1e9).toLocaleString("en-US");
    throw new RangeError(
      `count: ${count} ratings take ${gigabytes} GB of memory, more than there is; ` +
        "give fewer, or go through simulatedRows, which holds one row at a time",
      { cause: error },
    );
  }
}
