/**
 * What is summed over the columns that two rows share, and how many numbers that is for each other row:
 *
 * | name | numbers, n first |
 * | --- | --- |
 * | counts | n |
 * | products | n, Σxy |
 * | differences | n, Σ(x − y)² |
 * | squares | n, Σxy, Σx², Σy² |
 * | moments | n, Σxy, Σx², Σy², Σx, Σy |
 */
export const SUM_COUNTS = { counts: 1, products: 2, differences: 2, squares: 4, moments: 6 } as const;

export type SumsName = keyof typeof SUM_COUNTS;

/** A sparse matrix by columns: the rows of each column's entries, ascending, and their values. */
export interface Columns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/**
 * Adds up sums of one row x with every row y that stands in one of its columns at or after `from`, into
 * `sums[y * SUM_COUNTS[name] + …]`. Returns how many rows were touched; they are listed in `touched`. O(entries passed).
 *
 * @param columns the columns of row x
 * @param values its values
 * @param from for each column where to begin in `matrix.rows`
 */
export function addCommonSums(
  name: SumsName,
  columns: Int32Array,
  values: Float64Array,
  matrix: Columns,
  from: Int32Array,
  sums: Float64Array,
  touched: Int32Array,
): number {
  const { starts, rows, values: others } = matrix;
  const width = SUM_COUNTS[name];
  let count = 0;
  for (let entry = 0; entry < columns.length; entry++) {
    const column = columns[entry]!;
    const x = values[entry]!;
    const end = starts[column + 1]!;
    for (let k = from[column]!; k < end; k++) {
      const row = rows[k]!;
      const at = row * width;
      if (sums[at]! === 0) touched[count++] = row;
      sums[at]!++;
      if (width === 1) continue;
      const y = others[k]!;
      if (name === "differences") {
        sums[at + 1]! += (x - y) * (x - y);
        continue;
      }
      sums[at + 1]! += x * y;
      if (width === 2) continue;
      sums[at + 2]! += x * x;
      sums[at + 3]! += y * y;
      if (width === 4) continue;
      sums[at + 4]! += x;
      sums[at + 5]! += y;
    }
  }
  return count;
}
