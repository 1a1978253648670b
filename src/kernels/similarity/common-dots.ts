import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SparseRow } from "../../sparse/row-of.js";

/**
 * Adds `x * values[k]` to `sums[rows[k]]`, start ≤ k < end. Unrolled, because the loop overhead
 * would double the time:
 *
 *     for (let k = start; k < end; k++) sums[rows[k]] += x * values[k];
 */
export function addDotsOfColumn(
  x: number,
  rows: Int32Array,
  values: Float64Array,
  start: number,
  end: number,
  sums: Float64Array,
): void {
  let k = start;
  for (; k < end - 3; k += 4) {
    sums[rows[k]] += x * values[k];
    sums[rows[k + 1]] += x * values[k + 1];
    sums[rows[k + 2]] += x * values[k + 2];
    sums[rows[k + 3]] += x * values[k + 3];
  }
  for (; k < end; k++) sums[rows[k]] += x * values[k];
}

/**
 * Adds the dot product of one row with every row of its columns to `sums[row]`. O(entries visited).
 * Apart from the other sums of `addCommonSums`, so that a bundle of item weights has no others.
 * Reference: src/reference/common-sums.ts.
 *
 * @param columns the transpose of the matrix
 */
export function addCommonDots({ indices, values }: SparseRow, columns: CsrMatrix, sums: Float64Array): void {
  for (let entry = 0; entry < indices.length; entry++) {
    const column = indices[entry];
    const { starts } = columns;
    addDotsOfColumn(values[entry], columns.indices, columns.values, starts[column], starts[column + 1], sums);
  }
}
