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

type AddSums = (
  columns: Int32Array,
  values: Float64Array,
  matrix: Columns,
  from: Int32Array,
  sums: Float64Array,
  touched: Int32Array,
) => number;

/**
 * Adds up sums of one row x with every row y that stands in one of its columns at or after `from`, into
 * `sums[y * SUM_COUNTS[name] + …]`. Returns how many rows were touched; they are listed in `touched`. O(entries
 * passed). One loop a kind: a loop for all of them, which asks in each turn what to add, takes twice the time.
 *
 * @param columns the columns of row x
 * @param values its values
 * @param from for each column where to begin in `matrix.rows`
 */
export const ADD_COMMON_SUMS: Readonly<Record<SumsName, AddSums>> = {
  counts(columns, _values, { starts, rows }, from, sums, touched) {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const end = starts[columns[entry]! + 1]!;
      for (let k = from[columns[entry]!]!; k < end; k++) {
        const at = rows[k]!;
        if (sums[at]! === 0) touched[count++] = at;
        sums[at]!++;
      }
    }
    return count;
  },
  products(columns, values, { starts, rows, values: others }, from, sums, touched) {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const end = starts[columns[entry]! + 1]!;
      const x = values[entry]!;
      for (let k = from[columns[entry]!]!; k < end; k++) {
        const at = 2 * rows[k]!;
        const y = others[k]!;
        if (sums[at]! === 0) touched[count++] = rows[k]!;
        sums[at]!++;
        sums[at + 1]! += x * y;
      }
    }
    return count;
  },
  differences(columns, values, { starts, rows, values: others }, from, sums, touched) {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const end = starts[columns[entry]! + 1]!;
      const x = values[entry]!;
      for (let k = from[columns[entry]!]!; k < end; k++) {
        const at = 2 * rows[k]!;
        const y = others[k]!;
        if (sums[at]! === 0) touched[count++] = rows[k]!;
        sums[at]!++;
        sums[at + 1]! += (x - y) * (x - y);
      }
    }
    return count;
  },
  squares(columns, values, { starts, rows, values: others }, from, sums, touched) {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const end = starts[columns[entry]! + 1]!;
      const x = values[entry]!;
      for (let k = from[columns[entry]!]!; k < end; k++) {
        const at = 4 * rows[k]!;
        const y = others[k]!;
        if (sums[at]! === 0) touched[count++] = rows[k]!;
        sums[at]!++;
        sums[at + 1]! += x * y;
        sums[at + 2]! += x * x;
        sums[at + 3]! += y * y;
      }
    }
    return count;
  },
  moments(columns, values, { starts, rows, values: others }, from, sums, touched) {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const end = starts[columns[entry]! + 1]!;
      const x = values[entry]!;
      for (let k = from[columns[entry]!]!; k < end; k++) {
        const at = 6 * rows[k]!;
        const y = others[k]!;
        if (sums[at]! === 0) touched[count++] = rows[k]!;
        sums[at]!++;
        sums[at + 1]! += x * y;
        sums[at + 2]! += x * x;
        sums[at + 3]! += y * y;
        sums[at + 4]! += x;
        sums[at + 5]! += y;
      }
    }
    return count;
  },
};
