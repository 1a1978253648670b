import { Ratings } from "./ratings.js";

/** The ratings at some rows, with all users and items and their indices: some may have no rating there. O(rows). */
export function partOf(
  { users, items, userIndices, itemIndices, values, scale }: Ratings,
  rows: Int32Array,
): Ratings {
  return Ratings.fromIndexed({
    users,
    items,
    userIndices: rows.map((row) => userIndices[row]),
    itemIndices: rows.map((row) => itemIndices[row]),
    values: Float64Array.from(rows, (row) => values[row]),
    scale,
  });
}
