import { commonColumns } from "../sparse/common-columns.js";
import type { Ratings } from "./ratings.js";

/** The number of users who rated both items. O(ratings of the two). */
export function commonRaters({ byItem }: Ratings, a: number, b: number): number {
  return commonColumns(byItem, a, b);
}
