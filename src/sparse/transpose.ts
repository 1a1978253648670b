/** A sparse matrix by columns: the rows of each column's entries, ascending, and their values. */
export interface Columns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/**
 * The columns of a sparse matrix by rows, rows ascending within each. Rows for which `isKept` is 0 are left out.
 * A counting sort, O(entries + columns).
 */
export function transpose(
  rowStarts: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  columnCount: number,
  isKept: Uint8Array,
): Columns {
  const starts = new Int32Array(columnCount + 1);
  const rowCount = rowStarts.length - 1;
  for (let row = 0; row < rowCount; row++) {
    if (isKept[row] === 0) continue;
    for (let k = rowStarts[row]; k < rowStarts[row + 1]; k++) starts[columns[k] + 1]++;
  }
  for (let column = 0; column < columnCount; column++) starts[column + 1] += starts[column];
  const next = starts.slice(0, columnCount);
  const rows = new Int32Array(starts[columnCount]);
  const transposed = new Float64Array(rows.length);
  for (let row = 0; row < rowCount; row++) {
    if (isKept[row] === 0) continue;
    for (let k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
      const place = next[columns[k]]++;
      rows[place] = row;
      transposed[place] = values[k];
    }
  }
  return { starts, rows, values: transposed };
}
