import { commonColumns } from "../sparse/common-columns.js";
import type { Feedback } from "./feedback.js";

/** The number of users who rated both items. O(ratings of the two). */
export function commonRaters({ byItem }: Feedback, a: number, b: number): number {
  return commonColumns(byItem, a, b);
}
