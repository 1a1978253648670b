import { checkedScale } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { LoadRatingsOptions } from "../ratings/ratings-from-source.js";
import { ratingsWithoutRepeats } from "../ratings/ratings-without-repeats.js";
import { BadRows } from "../records/bad-rows.js";
import { feedbackFromRows } from "./feedback-from-rows.js";
import type { RowSource } from "./row-source.js";
import { numberOf } from "./row-value.js";

/** Ratings from rows, with the errors of {@link feedbackFromRows} and repeated pairs. O(rows). */
export async function ratingsFromRows(rows: RowSource, options: LoadRatingsOptions): Promise<Ratings> {
  const { userId = "userId", itemId = "itemId", rating = "rating", timestamp } = options;
  const { ids, onProgress, signal, onBadRow = "throw" } = options;
  const scale = options.scale && checkedScale(options.scale);
  const badRows = new BadRows(onBadRow);
  const read = await feedbackFromRows(rows, {
    ...{ what: "ratings", ids, badRows, onProgress, signal },
    columns: { userId, itemId, rating, timestamp },
    needed: ["rating"],
    valueOf(row, failIn) {
      const value = numberOf(row.rating, failIn("rating"));
      if (!scale || (value >= scale.min && value <= scale.max)) return value;
      const cure = "correct the row, pass another scale: { min, max }";
      throw failIn("rating")(`is outside the scale ${scale.min} to ${scale.max}`, cure);
    },
  });
  const column = `${userId}, ${itemId}`;
  const { placeOf, whereIs, ...columns } = read;
  return ratingsWithoutRepeats({ ...columns, scale }, { badRows, column, placeOf, whereIs });
}
