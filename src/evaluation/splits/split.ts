import type { Ratings } from "../../ratings/ratings.js";

/** Ratings to fit and ratings to test; no row is in both. */
export interface Split {
  readonly train: Ratings;
  readonly test: Ratings;
  /** Known ratings of test users who are not in `train`, to fold them in. */
  readonly given?: Ratings | undefined;
}

/** Splits ratings into two parts, each in file order. O(ratings). */
export function splitWhere(ratings: Ratings, isTest: (row: number) => boolean): Split {
  return {
    train: rowsWhere(ratings, (row) => !isTest(row)),
    test: rowsWhere(ratings, isTest),
  };
}

/** The ratings whose rows pass a test, in file order. O(ratings). */
export function rowsWhere(ratings: Ratings, test: (row: number) => boolean): Ratings {
  const rows = new Int32Array(ratings.count);
  let kept = 0;
  for (let row = 0; row < rows.length; row++) if (test(row)) rows[kept++] = row;
  return ratings.selectRows(rows.subarray(0, kept));
}
