import { commonColumns } from "../sparse/common-columns.js";
import type { Ratings } from "./ratings.js";

/** How many users rated both of two items. O(their ratings). */
export function commonRaters({ byItem }: Ratings, a: number, b: number): number {
  return commonColumns(byItem, a, b);
}
