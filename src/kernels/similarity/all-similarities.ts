import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowNorms } from "../../sparse/row-norms.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { addCommonSums, SUM_COUNTS } from "./common-sums.js";
import type { SimilarityCollector } from "./similarity-collector.js";
import { type SimilarityKernel, SUMS_OF, similarityOfSums } from "./similarity-of-sums.js";
import { spearman } from "./spearman.js";

/** Rows between two calls of `onRow`. */
const ROWS_PER_REPORT = 256;

/**
 * How rows are compared. The similarity of rows with n ≥ `minCommon` common columns is multiplied
 * by
 *
 *     (n − sampleCorrection) / (n − sampleCorrection + shrinkage)
 */
export interface SimilarityMeasure {
  readonly name: SimilarityKernel | "spearman";
  readonly minCommon: number;
  readonly shrinkage: number;
  readonly sampleCorrection: number;
}

/**
 * The similarity of every two rows that share at least `minCommon` columns, each pair computed
 * once. For each row, its sums with all later rows are accumulated over the rows of its columns.
 * O(Σ over columns of their length²) time; O(rows) memory in addition to the collector's.
 * Reference: src/reference/similarity.ts.
 *
 * @param onRow called every 256 rows with the number of rows done
 */
export function allSimilarities(
  { name, minCommon, shrinkage, sampleCorrection }: SimilarityMeasure,
  matrix: CsrMatrix,
  collector: SimilarityCollector,
  onRow: (row: number) => void,
): void {
  const { starts, values, rowCount, columnCount } = matrix;
  const isKept = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) isKept[row] = starts[row + 1] - starts[row] >= minCommon ? 1 : 0;
  // Rows that are too short are left out and the others renumbered, so that their sums are
  // adjacent.
  const kept = new Int32Array(rowCount).map((_, row) => row).filter((row) => isKept[row] === 1);
  const columns = transpose(matrix, { isKept });
  renumber(columns.indices, kept, rowCount);
  // With positive values, Σxy > 0 if and only if two rows share a column.
  const needsNoCount =
    name === "cosine" && minCommon === 1 && shrinkage === 0 && values.every((value) => value > 0);
  const sumsName = needsNoCount ? "dots" : name === "spearman" ? "counts" : SUMS_OF[name];
  const width = SUM_COUNTS[sumsName];
  const sums = new Float64Array(kept.length * width);
  const finder = mostPairsShare(columns, kept.length) ? undefined : new CommonRows(kept.length);
  const norms = name === "cosine" ? rowNorms(matrix) : new Float64Array(rowCount);
  const next = columns.starts.slice(0, columnCount);
  const ranker = name === "spearman" ? new CommonRanks(matrix) : undefined;
  const others = new Int32Array(rowCount);
  const forward = new Float64Array(rowCount);
  const reverse = name === "conditional" ? new Float64Array(rowCount) : forward;

  /**
   * Writes the similarities of a kept row with later rows into `forward` and `reverse` and their
   * indices into `others`; returns their number. A separate closure, so that V8 optimizes it
   * earlier.
   */
  const compare = (keptIndex: number, found: Int32Array | undefined): number => {
    const x = kept[keptIndex];
    const lengthX = starts[x + 1] - starts[x];
    const last = found ? found.length : kept.length;
    let count = 0;
    for (let k = found ? 0 : keptIndex + 1; k < last; k++) {
      const keptIndexOfY = found ? found[k] : k;
      const y = kept[keptIndexOfY];
      const at = keptIndexOfY * width;
      const n = sums[at];
      if (n === 0 || (n < minCommon && !needsNoCount)) continue;
      let similarity: number;
      if (needsNoCount) {
        similarity = n / (norms[x] * norms[y]);
      } else if (ranker) {
        similarity = ranker.correlationWith(y);
      } else {
        const lengthY = starts[y + 1] - starts[y];
        similarity = similarityOfSums(
          name as SimilarityKernel,
          sums,
          at,
          norms[x],
          norms[y],
          lengthX,
          lengthY,
        );
      }
      const weight = shrinkage === 0 ? 1 : (n - sampleCorrection) / (n - sampleCorrection + shrinkage);
      similarity *= weight;
      if (Number.isNaN(similarity)) continue;
      others[count] = y;
      forward[count] = similarity;
      if (name === "conditional") reverse[count] = (weight * n) / (starts[y + 1] - starts[y]);
      count++;
    }
    return count;
  };

  for (let keptIndex = 0; keptIndex < kept.length; keptIndex++) {
    const x = kept[keptIndex];
    if (keptIndex % ROWS_PER_REPORT === 0) onRow(x);
    const own = rowOf(matrix, x);
    for (let k = 0; k < own.indices.length; k++) next[own.indices[k]]++;
    addCommonSums(sumsName, own, columns, next, sums);
    ranker?.setRow(own);
    const found = finder?.find(own.indices, columns, next);
    const count = compare(keptIndex, found);
    collector.add(x, others, forward, reverse, count);
    if (found) for (const other of found) sums.fill(0, other * width, (other + 1) * width);
    else sums.fill(0, (keptIndex + 1) * width);
  }
  onRow(rowCount);
}

/** Replaces each row by its index among the kept rows. */
function renumber(rows: Int32Array, kept: Int32Array, rowCount: number): void {
  if (kept.length === rowCount) return;
  const keptIndexOf = new Int32Array(rowCount);
  for (let keptIndex = 0; keptIndex < kept.length; keptIndex++) keptIndexOf[kept[keptIndex]] = keptIndex;
  for (let k = 0; k < rows.length; k++) rows[k] = keptIndexOf[rows[k]];
}

/**
 * Whether there are more products to add than pairs, so that visiting every pair adds little time.
 */
function mostPairsShare({ starts }: CsrMatrix, rowCount: number): boolean {
  let steps = 0;
  for (let column = 0; column + 1 < starts.length; column++) {
    const length = starts[column + 1] - starts[column];
    steps += (length * (length - 1)) / 2;
  }
  return steps >= (rowCount * (rowCount - 1)) / 2;
}

/** Finds the rows that share a column with a row, where these are few. */
class CommonRows {
  readonly #found: Int32Array;
  readonly #isFound: Uint8Array;

  constructor(rowCount: number) {
    this.#found = new Int32Array(rowCount);
    this.#isFound = new Uint8Array(rowCount);
  }

  /** The rows of the given columns, in each from position `from[column]`; ascending, each once. */
  find(columns: Int32Array, { starts, indices: rows }: CsrMatrix, from: Int32Array): Int32Array {
    let count = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      const column = columns[entry];
      for (let k = from[column]; k < starts[column + 1]; k++) {
        const row = rows[k];
        if (this.#isFound[row] === 1) continue;
        this.#isFound[row] = 1;
        this.#found[count++] = row;
      }
    }
    const found = this.#found.subarray(0, count).sort();
    for (let k = 0; k < count; k++) this.#isFound[found[k]] = 0;
    return found;
  }
}

/**
 * The similarities of one row, in the matrix or not, with all rows of the matrix; NaN where
 * undefined or with fewer than `minCommon` columns in common. O(Σ lengths of the row's columns +
 * rows). Reference: src/reference/similarity.ts.
 *
 * @param columns the transpose of `matrix`
 */
export function similaritiesOfRow(
  { name, minCommon, shrinkage, sampleCorrection }: SimilarityMeasure,
  row: SparseRow,
  matrix: CsrMatrix,
  columns: CsrMatrix,
): Float64Array {
  const { starts, rowCount } = matrix;
  const sumsName = name === "spearman" ? "counts" : SUMS_OF[name];
  const width = SUM_COUNTS[sumsName];
  const sums = new Float64Array(rowCount * width);
  addCommonSums(sumsName, row, columns, columns.starts, sums);
  const norm = Math.sqrt(row.values.reduce((squares, value) => squares + value * value, 0));
  const norms = name === "cosine" ? rowNorms(matrix) : new Float64Array(rowCount);
  const ranker = name === "spearman" ? new CommonRanks(matrix) : undefined;
  ranker?.setRow(row);
  const similarities = new Float64Array(rowCount).fill(Number.NaN);
  for (let y = 0; y < rowCount; y++) {
    const at = y * width;
    const n = sums[at];
    if (n === 0 || n < minCommon) continue;
    const weight = shrinkage === 0 ? 1 : (n - sampleCorrection) / (n - sampleCorrection + shrinkage);
    const length = starts[y + 1] - starts[y];
    const unshrunk = ranker
      ? ranker.correlationWith(y)
      : similarityOfSums(name as SimilarityKernel, sums, at, norm, norms[y], row.values.length, length);
    similarities[y] = weight * unshrunk;
  }
  return similarities;
}

/** Rank correlations of one row with others. Ranks depend on the common columns, so on the pair. */
class CommonRanks {
  readonly #matrix: CsrMatrix;
  readonly #own: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The columns that are set in `#own`. */
  #ownColumns: Int32Array = new Int32Array(0);

  constructor(matrix: CsrMatrix) {
    this.#matrix = matrix;
    this.#own = new Float64Array(matrix.columnCount).fill(Number.NaN);
    this.#x = new Float64Array(matrix.columnCount);
    this.#y = new Float64Array(matrix.columnCount);
  }

  setRow({ indices, values }: SparseRow): void {
    for (const column of this.#ownColumns) this.#own[column] = Number.NaN;
    for (let k = 0; k < indices.length; k++) this.#own[indices[k]] = values[k];
    this.#ownColumns = indices;
  }

  correlationWith(row: number): number {
    const { starts, indices, values } = this.#matrix;
    let count = 0;
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const own = this.#own[indices[k]];
      if (Number.isNaN(own)) continue;
      this.#x[count] = own;
      this.#y[count++] = values[k];
    }
    return spearman(this.#x, this.#y, count);
  }
}
