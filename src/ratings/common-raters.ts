import type { Ratings } from "./ratings.js";

/** How many users rated both of two items. O(their ratings). */
export function commonRaters({ byItem }: Ratings, a: number, b: number): number {
  const ofA = new Set(byItem.indices.subarray(byItem.starts[a], byItem.starts[a + 1]));
  return byItem.indices.subarray(byItem.starts[b], byItem.starts[b + 1]).filter((user) => ofA.has(user))
    .length;
}
