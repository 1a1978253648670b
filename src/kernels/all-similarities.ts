import { ADD_COMMON_SUMS, type Columns, SUM_COUNTS } from "./common-sums.js";
import { type SimilarityKernel, SUMS_OF, similarityOfSums } from "./similarity-of-sums.js";
import type { SimilarityCollector } from "./similarity-rows.js";
import { spearman } from "./spearman.js";
import { transpose } from "./transpose.js";

/** A sparse matrix by rows. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** How many rows stand between two calls of `onRow`. */
const ROWS_PER_REPORT = 256;

/**
 * The similarity of every two rows that share at least `minCommon` columns, each pair computed once, weighted by
 *
 *     (n − lost) / (n − lost + shrinkage)
 *
 * for n common columns. Rows are gone through in order; the sums of one with all later ones are made by walking down its columns:
 * O(Σ over columns of their length²) time, and one number a row of memory beside what is collected.
 */
export function allSimilarities(
  name: SimilarityKernel | "spearman",
  matrix: SparseRows,
  minCommon: number,
  shrinkage: number,
  lost: number,
  collector: SimilarityCollector,
  onRow: (row: number) => void,
): void {
  const { starts, indices, values, rowCount, columnCount } = matrix;
  const isKept = Uint8Array.from({ length: rowCount }, (_, row) =>
    starts[row + 1]! - starts[row]! >= minCommon ? 1 : 0,
  );
  const columns = transpose(starts, indices, values, columnCount, isKept);
  const sumsName = name === "spearman" ? "counts" : SUMS_OF[name];
  const width = SUM_COUNTS[sumsName];
  const sums = new Float64Array(rowCount * width);
  const touched = new Int32Array(rowCount);
  const norms = rowNorms(matrix);
  const next = columns.starts.slice(0, columnCount);
  const ranker = name === "spearman" ? new CommonRanks(matrix) : undefined;

  for (let x = 0; x < rowCount; x++) {
    if (x % ROWS_PER_REPORT === 0) onRow(x);
    if (isKept[x] === 0) continue;
    const [start, end] = [starts[x]!, starts[x + 1]!];
    const own = indices.subarray(start, end);
    for (let k = 0; k < own.length; k++) next[own[k]!]!++;
    const count = ADD_COMMON_SUMS[sumsName](own, values.subarray(start, end), columns, next, sums, touched);
    sortTouched(touched, count, x + 1, sums, width);
    ranker?.setRow(own, values.subarray(start, end));
    for (let k = 0; k < count; k++) {
      const y = touched[k]!;
      const at = y * width;
      const n = sums[at]!;
      if (n >= minCommon) {
        const lengthX = end - start;
        const lengthY = starts[y + 1]! - starts[y]!;
        const weight = shrinkage === 0 ? 1 : (n - lost) / (n - lost + shrinkage);
        const ofXtoY =
          weight *
          (ranker
            ? ranker.correlationWith(y)
            : similarityOfSums(name as SimilarityKernel, sums, at, norms[x]!, norms[y]!, lengthX, lengthY));
        if (!Number.isNaN(ofXtoY)) {
          const ofYtoX = name === "conditional" ? (weight * n) / lengthY : ofXtoY;
          collector.add(x, y, ofXtoY, ofYtoX);
        }
      }
      for (let place = at; place < at + width; place++) sums[place] = 0;
    }
  }
  onRow(rowCount);
}

/** Puts the touched rows in order: by looking at all rows from `first` on where they are many, else by sorting them. */
function sortTouched(
  touched: Int32Array,
  count: number,
  first: number,
  sums: Float64Array,
  width: number,
): void {
  const rowCount = sums.length / width;
  if (count < (rowCount - first) / 8) {
    touched.subarray(0, count).sort();
    return;
  }
  for (let row = first, k = 0; k < count; row++) if (sums[row * width]! > 0) touched[k++] = row;
}

/**
 * The similarities of one row, which need not be of the matrix, with all of its rows; NaN where undefined or where too
 * little is common. `columns` is the matrix by columns. O(Σ lengths of the row's columns).
 */
export function similaritiesOfRow(
  name: SimilarityKernel | "spearman",
  rowColumns: Int32Array,
  rowValues: Float64Array,
  matrix: SparseRows,
  columns: Columns,
  minCommon: number,
  shrinkage: number,
  lost: number,
): Float64Array {
  const { starts, rowCount } = matrix;
  const sumsName = name === "spearman" ? "counts" : SUMS_OF[name];
  const width = SUM_COUNTS[sumsName];
  const sums = new Float64Array(rowCount * width);
  const touched = new Int32Array(rowCount);
  const count = ADD_COMMON_SUMS[sumsName](rowColumns, rowValues, columns, columns.starts, sums, touched);
  const norm = Math.sqrt(rowValues.reduce((squares, value) => squares + value * value, 0));
  const norms = name === "cosine" ? rowNorms(matrix) : new Float64Array(rowCount);
  const ranker = name === "spearman" ? new CommonRanks(matrix) : undefined;
  ranker?.setRow(rowColumns, rowValues);
  const similarities = new Float64Array(rowCount).fill(Number.NaN);
  for (let k = 0; k < count; k++) {
    const y = touched[k]!;
    const at = y * width;
    const n = sums[at]!;
    if (n < minCommon) continue;
    const weight = shrinkage === 0 ? 1 : (n - lost) / (n - lost + shrinkage);
    const length = starts[y + 1]! - starts[y]!;
    const plain = ranker
      ? ranker.correlationWith(y)
      : similarityOfSums(name as SimilarityKernel, sums, at, norm, norms[y]!, rowColumns.length, length);
    similarities[y] = weight * plain;
  }
  return similarities;
}

/** The Euclidean length of each row. */
export function rowNorms({ starts, values, rowCount }: SparseRows): Float64Array {
  const norms = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let squares = 0;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) squares += values[k]! * values[k]!;
    norms[row] = Math.sqrt(squares);
  }
  return norms;
}

/** Rank correlations of one row with others: ranks hang on the pair, so that each is ranked anew. */
class CommonRanks {
  readonly #matrix: SparseRows;
  readonly #own: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  #last: Int32Array = new Int32Array(0);

  constructor(matrix: SparseRows) {
    this.#matrix = matrix;
    this.#own = new Float64Array(matrix.columnCount).fill(Number.NaN);
    this.#x = new Float64Array(matrix.columnCount);
    this.#y = new Float64Array(matrix.columnCount);
  }

  setRow(columns: Int32Array, values: Float64Array): void {
    for (const column of this.#last) this.#own[column] = Number.NaN;
    for (let k = 0; k < columns.length; k++) this.#own[columns[k]!] = values[k]!;
    this.#last = columns;
  }

  correlationWith(row: number): number {
    const { starts, indices, values } = this.#matrix;
    let count = 0;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const own = this.#own[indices[k]!]!;
      if (Number.isNaN(own)) continue;
      this.#x[count] = own;
      this.#y[count++] = values[k]!;
    }
    return spearman(this.#x, this.#y, count);
  }
}
