import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SparseRow } from "../../sparse/row-of.js";
import { addDotsOfColumn } from "./common-dots.js";

/**
 * The sums over the common columns of two rows x and y, and their number per pair of rows:
 *
 * | name | sums |
 * | --- | --- |
 * | dots | Σxy |
 * | counts | n |
 * | products | n, Σxy |
 * | offsets | n, Σ(x − y) |
 * | differences | n, Σ(x − y)² |
 * | squares | n, Σxy, Σx², Σy² |
 * | moments | n, Σxy, Σx², Σy², Σx, Σy |
 */
export const SUM_COUNTS = {
  dots: 1,
  counts: 1,
  products: 2,
  offsets: 2,
  differences: 2,
  squares: 4,
  moments: 6,
} as const;

export type SumsName = keyof typeof SUM_COUNTS;

/**
 * Adds the terms of one column, in which row x has the value `x` and row `rows[k]` the value
 * `values[k]`, start ≤ k < end, to `sums[rows[k] * SUM_COUNTS[name] + …]`.
 */
type AddColumn = (
  x: number,
  rows: Int32Array,
  values: Float64Array,
  start: number,
  end: number,
  sums: Float64Array,
) => void;

/** A loop for each kind of sums: one loop that branches on the kind takes twice the time. */
const ADD_COLUMN: Readonly<Record<SumsName, AddColumn>> = {
  dots: addDotsOfColumn,
  counts(_x, rows, _values, start, end, sums) {
    for (let k = start; k < end; k++) sums[rows[k]]++;
  },
  products(x, rows, values, start, end, sums) {
    for (let k = start; k < end; k++) {
      const at = 2 * rows[k];
      sums[at]++;
      sums[at + 1] += x * values[k];
    }
  },
  offsets(x, rows, values, start, end, sums) {
    for (let k = start; k < end; k++) {
      const at = 2 * rows[k];
      sums[at]++;
      sums[at + 1] += x - values[k];
    }
  },
  differences(x, rows, values, start, end, sums) {
    for (let k = start; k < end; k++) {
      const at = 2 * rows[k];
      const difference = x - values[k];
      sums[at]++;
      sums[at + 1] += difference * difference;
    }
  },
  squares(x, rows, values, start, end, sums) {
    const xx = x * x;
    for (let k = start; k < end; k++) {
      const at = 4 * rows[k];
      const y = values[k];
      sums[at]++;
      sums[at + 1] += x * y;
      sums[at + 2] += xx;
      sums[at + 3] += y * y;
    }
  },
  moments(x, rows, values, start, end, sums) {
    const xx = x * x;
    for (let k = start; k < end; k++) {
      const at = 6 * rows[k];
      const y = values[k];
      sums[at]++;
      sums[at + 1] += x * y;
      sums[at + 2] += xx;
      sums[at + 3] += y * y;
      sums[at + 4] += x;
      sums[at + 5] += y;
    }
  },
};

/**
 * Adds the sums of one row with every row of its columns to `sums[row * SUM_COUNTS[name] + …]`.
 * O(entries visited). Reference: src/reference/common-sums.ts.
 *
 * @param columns the transpose of the matrix
 * @param from for each column, the first entry of `columns` to visit
 */
export function addCommonSums(
  name: SumsName,
  { indices, values }: SparseRow,
  columns: CsrMatrix,
  from: Int32Array,
  sums: Float64Array,
): void {
  const addColumn = ADD_COLUMN[name];
  for (let entry = 0; entry < indices.length; entry++) {
    const column = indices[entry];
    addColumn(values[entry], columns.indices, columns.values, from[column], columns.starts[column + 1], sums);
  }
}
