import type { Id } from "reelbook";

const MIN = -(2 ** 31);
const MAX = 2 ** 31 - 1;

/**
 * Ids as the integers of 32 bits that Spark's ALS takes. O(ids).
 *
 * @throws RangeError for a text, and for another number
 */
export function sparkIds(ids: readonly Id[], what: "user" | "item"): Int32Array {
  return Int32Array.from(ids, (id) => sparkId(id, what));
}

/** One id, with the checks of {@link sparkIds}. */
export function sparkId(id: Id, what: "user" | "item"): number {
  if (typeof id === "number" && Number.isInteger(id) && id >= MIN && id <= MAX) return id;
  const shown = typeof id === "string" ? JSON.stringify(id) : String(id);
  throw new RangeError(
    `the ${what} id ${shown} is not an integer of 32 bits, as Spark's ALS needs; number the ${what}s, such as by ratings.${what}s.indexOf(id)`,
  );
}
