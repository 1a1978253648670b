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

/** The values at some places, in their order; `Float64Array.from` is slower. O(places). */
export function valuesAt(values: Float64Array, places: Int32Array): Float64Array {
  const chosen = new Float64Array(places.length);
  for (let k = 0; k < places.length; k++) chosen[k] = values[places[k]];
  return chosen;
}
