import type { UserVectors } from "../../../src/models/groups/user-vectors.js";
import { IdIndex } from "../../../src/ratings/id-index.js";

/** Users "a", "b", "c" … as points on a line. */
export function onLine(...places: number[]): UserVectors {
  const users = IdIndex.from(places.map((_, place) => "abcdefghijkl"[place]!));
  return { users, width: 1, values: Float64Array.from(places) };
}
