import { CsrMatrix } from "../../../sparse/csr-matrix.js";
import type { RelationBlock } from "../relation-block.js";
import { dateFeatures } from "./date-features.js";
import type { RatingDates } from "./rating-dates.js";

/** The relation block of dates, and its row of each rating. */
export interface DateBlock {
  readonly dates: RatingDates;
  readonly block: RelationBlock;
  readonly rowOfRating: Int32Array;
}

/**
 * The relation block of dates, with a row for each combination of values that occurs, and a group
 * of columns for each feature. A row is 1 in the column of each of its values. O(ratings).
 */
export function dateBlock(dates: RatingDates): DateBlock {
  const { values, places } = dates;
  const rows = new Map<string, number>();
  const indices: number[] = [];
  const rowOfRating = Int32Array.from(places, (place) => {
    const key = place.join();
    const row = rows.get(key) ?? rows.size;
    if (row === rows.size) {
      rows.set(key, row);
      let first = 0;
      for (const [feature, column] of place.entries()) {
        indices.push(first + column);
        first += values[feature].length;
      }
    }
    return row;
  });
  const block = {
    features: CsrMatrix.fromRows({
      starts: Int32Array.from({ length: rows.size + 1 }, (_, row) => values.length * row),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
      columnCount: values.reduce((sum, { length }) => sum + length, 0),
    }),
    groups: dateFeatures.map(({ name, textOf }, feature) => ({
      name,
      size: values[feature].length,
      labels: Array.from(values[feature], textOf),
    })),
  };
  return { dates, block, rowOfRating };
}
