import { CASES, OWN, ROW_WIDTH } from "../../kernels/machines/block-rows.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** Columns of a block that share their priors, such as the ids of users. */
export interface ColumnGroup {
  readonly name: string;
  readonly size: number;
  /** What columns of side data are. */
  readonly labels?: readonly string[];
}

/**
 * The features of a user (or an item), stored once for all ratings of that user: a relation block.
 * Its columns are the groups, one after the other.
 *
 * S. Rendle, Scaling factorization machines to relational data, VLDB 2013.
 */
export interface RelationBlock {
  /** The features of each distinct user or item. */
  readonly features: CsrMatrix;
  readonly groups: readonly ColumnGroup[];
}

/** What kernels keep of the rows of a block, with the number of ratings of each. O(ratings). */
export function blockRows(rowCount: number, rowOfRating: Int32Array): Float64Array {
  const rows = new Float64Array(rowCount * ROW_WIDTH);
  for (const row of rowOfRating) rows[row * ROW_WIDTH + CASES]++;
  return rows;
}

/** Sets `OWN` of all rows to 0. */
export function clearProducts(rows: Float64Array): void {
  for (let row = OWN; row < rows.length; row += ROW_WIDTH) rows[row] = 0;
}
