import type { Ratings } from "../../ratings/ratings.js";

/** Ratings to learn from and ratings to be tested on; no row is in both. */
export interface Split {
  readonly train: Ratings;
  readonly test: Ratings;
  /** What a model is told of test users who are not in `train`, as if by `foldIn`. */
  readonly given?: Ratings | undefined;
}

/** The ratings in two parts, file order inside each. O(ratings). */
export function splitWhere(ratings: Ratings, isTest: (row: number) => boolean): Split {
  return {
    train: rowsWhere(ratings, (row) => !isTest(row)),
    test: rowsWhere(ratings, isTest),
  };
}

/** The ratings whose row passes a test, in file order. O(ratings). */
export function rowsWhere(ratings: Ratings, test: (row: number) => boolean): Ratings {
  const rows = new Int32Array(ratings.count);
  let kept = 0;
  for (let row = 0; row < rows.length; row++) if (test(row)) rows[kept++] = row;
  return ratings.selectRows(rows.subarray(0, kept));
}
