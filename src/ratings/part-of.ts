import { valuesAt } from "../sparse/values-at.js";
import type { Feedback } from "./feedback.js";

/**
 * The rows at some places, with the ids and indices of all users and items, even of those without a
 * row there. O(rows).
 */
export function partOf<Data extends Feedback>(ratings: Data, rows: Int32Array): Data {
  const { users, items, userIndices, itemIndices, values } = ratings;
  return ratings.withColumns({
    users,
    items,
    userIndices: rows.map((row) => userIndices[row]),
    itemIndices: rows.map((row) => itemIndices[row]),
    values: valuesAt(values, rows),
  });
}
