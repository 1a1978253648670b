import type { IdIndex } from "./id-index.js";

/** A column of indices by `from` as indices by `to`, -1 where an id is unknown there. O(ids + column). */
export function indicesIn(to: IdIndex, from: IdIndex, column: Int32Array): Int32Array {
  const translated = Int32Array.from(from.ids, (id) => to.indexOf(id));
  return column.map((index) => translated[index]);
}
