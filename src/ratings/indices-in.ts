import type { IdIndex } from "./id-index.js";

/** Indices of `from` translated to indices of `to`, -1 for ids that `to` lacks. O(ids + column). */
export function indicesIn(to: IdIndex, from: IdIndex, column: Int32Array): Int32Array {
  const translated = Int32Array.from(from.ids, (id) => to.indexOf(id));
  return column.map((index) => translated[index]);
}
