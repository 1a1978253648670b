import { CsrMatrix } from "./csr-matrix.js";

/** Options of {@link transpose}. */
export interface TransposeOptions {
  /** 1 for each row to keep, 0 for each to leave out. @default all rows */
  readonly isKept?: Uint8Array | undefined;
}

/**
 * The transpose of a matrix. Its columns ascend within each row, whatever their order in the
 * matrix. A counting sort, O(entries + columns).
 */
export function transpose(matrix: CsrMatrix, { isKept }: TransposeOptions = {}): CsrMatrix {
  const { starts: rowStarts, indices: columns, values, rowCount, columnCount } = matrix;
  const starts = new Int32Array(columnCount + 1);
  for (let row = 0; row < rowCount; row++) {
    if (isKept && isKept[row] === 0) continue;
    for (let k = rowStarts[row]; k < rowStarts[row + 1]; k++) starts[columns[k] + 1]++;
  }
  for (let column = 0; column < columnCount; column++) starts[column + 1] += starts[column];
  const next = starts.slice(0, columnCount);
  const rows = new Int32Array(starts[columnCount]);
  const transposed = new Float64Array(rows.length);
  for (let row = 0; row < rowCount; row++) {
    if (isKept && isKept[row] === 0) continue;
    for (let k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
      const place = next[columns[k]]++;
      rows[place] = row;
      transposed[place] = values[k];
    }
  }
  return CsrMatrix.fromRows({ starts, indices: rows, values: transposed, columnCount: rowCount });
}
