import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";

/** Ratings or interactions to fit and to test; no row is in both. */
export interface Split<Data extends Feedback = Ratings> {
  readonly train: Data;
  readonly test: Data;
  /** Known ratings of test users who are not in `train`, to fold them in. */
  readonly given?: Data | undefined;
}

/** Splits ratings into two parts, each in file order. O(ratings). */
export function splitWhere<Data extends Feedback>(
  ratings: Data,
  isTest: (row: number) => boolean,
): Split<Data> {
  return {
    train: rowsWhere(ratings, (row) => !isTest(row)),
    test: rowsWhere(ratings, isTest),
  };
}

/** The ratings whose rows pass a test, in file order. O(ratings). */
export function rowsWhere<Data extends Feedback>(ratings: Data, test: (row: number) => boolean): Data {
  const rows = new Int32Array(ratings.count);
  let kept = 0;
  for (let row = 0; row < rows.length; row++) if (test(row)) rows[kept++] = row;
  return ratings.selectRows(rows.subarray(0, kept));
}
