import { Ratings } from "./ratings.js";

/**
 * The ratings at some rows, with the ids and indices of all users and items, even of those without
 * a rating there. O(rows).
 */
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
