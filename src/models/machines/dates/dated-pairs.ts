import { type DatedMachine, DatedRows, type RowTable } from "./dated-rows.js";
import type { DatePlace } from "./rating-dates.js";

/** The rows of some pairs' users and dates, each combination once. */
export interface DatedPairs {
  readonly table: DatedRows;
  /** The row of each pair; -1 for an unknown user. */
  readonly indices: Int32Array;
}

/**
 * The rows of the users and dates of pairs. O(pairs).
 *
 * @param users a row for each user
 * @param timestamps seconds since 1970 of each pair; missing or NaN for the user's last rating
 */
export function datedPairs(
  machine: DatedMachine,
  users: RowTable,
  userIndices: Int32Array,
  timestamps: Float64Array,
): DatedPairs {
  const { dates } = machine;
  const rows = new Map<string, number>();
  const found: number[] = [];
  const places: DatePlace[] = [];
  const indices = userIndices.map((userIndex, pair) => {
    if (userIndex < 0) return -1;
    const place = dates.ofUser(userIndex, timestamps[pair] ?? Number.NaN);
    const key = `${userIndex},${place}`;
    const row = rows.get(key) ?? rows.size;
    if (row === rows.size) {
      rows.set(key, row);
      found.push(userIndex);
      places.push(place);
    }
    return row;
  });
  const table = new DatedRows(machine, { table: users, indices: Int32Array.from(found), places });
  return { table, indices };
}
