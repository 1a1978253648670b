import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { clearRow, denseRow } from "../../sparse/dense-row.js";
import { rowNorms } from "../../sparse/row-norms.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { addCommonSums, SUM_COUNTS } from "./common-sums.js";
import type { SimilarityCollector } from "./similarity-collector.js";
import { type SimilarityKernel, SUMS_OF, similarityOfSums } from "./similarity-of-sums.js";
import { spearman } from "./spearman.js";

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
  matrix: CsrMatrix,
  minCommon: number,
  shrinkage: number,
  lost: number,
  collector: SimilarityCollector,
  onRow: (row: number) => void,
): void {
  const { starts, values, rowCount, columnCount } = matrix;
  const isKept = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) isKept[row] = starts[row + 1] - starts[row] >= minCommon ? 1 : 0;
  // Rows that are left out are left out of the counting too, so that the sums of the others lie close together.
  const kept = new Int32Array(rowCount).map((_, row) => row).filter((row) => isKept[row] === 1);
  const columns = transpose(matrix, { isKept });
  renumber(columns.indices, kept, rowCount);
  // Of positive values, a sum of products says by itself whether anything is common.
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
  const there = new Float64Array(rowCount);
  const back = name === "conditional" ? new Float64Array(rowCount) : there;

  /** Writes the similarities of a kept row with those whose sums are there, and which they are. Apart, it is compiled sooner. */
  const compare = (place: number, found: Int32Array | undefined): number => {
    const x = kept[place];
    const lengthX = starts[x + 1] - starts[x];
    const last = found ? found.length : kept.length;
    let count = 0;
    for (let k = found ? 0 : place + 1; k < last; k++) {
      const placeOfY = found ? found[k] : k;
      const y = kept[placeOfY];
      const at = placeOfY * width;
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
      const weight = shrinkage === 0 ? 1 : (n - lost) / (n - lost + shrinkage);
      similarity *= weight;
      if (Number.isNaN(similarity)) continue;
      others[count] = y;
      there[count] = similarity;
      if (name === "conditional") back[count] = (weight * n) / (starts[y + 1] - starts[y]);
      count++;
    }
    return count;
  };

  for (let place = 0; place < kept.length; place++) {
    const x = kept[place];
    if (place % ROWS_PER_REPORT === 0) onRow(x);
    const own = rowOf(matrix, x);
    for (let k = 0; k < own.indices.length; k++) next[own.indices[k]]++;
    addCommonSums(sumsName, own, columns, next, sums);
    ranker?.setRow(matrix, x);
    const found = finder?.find(own.indices, columns, next);
    const count = compare(place, found);
    collector.add(x, others, there, back, count);
    if (found) for (const other of found) sums.fill(0, other * width, (other + 1) * width);
    else sums.fill(0, (place + 1) * width);
  }
  onRow(rowCount);
}

/** Puts in place of each row its place among those that are kept. */
function renumber(rows: Int32Array, kept: Int32Array, rowCount: number): void {
  if (kept.length === rowCount) return;
  const placeOf = new Int32Array(rowCount);
  for (let place = 0; place < kept.length; place++) placeOf[kept[place]] = place;
  for (let k = 0; k < rows.length; k++) rows[k] = placeOf[rows[k]];
}

/** Whether there is more to add up than there are pairs, so that it costs little to look at every pair. */
function mostPairsShare({ starts }: CsrMatrix, rowCount: number): boolean {
  let steps = 0;
  for (let column = 0; column + 1 < starts.length; column++) {
    const length = starts[column + 1] - starts[column];
    steps += (length * (length - 1)) / 2;
  }
  return steps >= (rowCount * (rowCount - 1)) / 2;
}

/** Finds the rows that stand in some columns, where they are few among all. */
class CommonRows {
  readonly #found: Int32Array;
  readonly #isFound: Uint8Array;

  constructor(rowCount: number) {
    this.#found = new Int32Array(rowCount);
    this.#isFound = new Uint8Array(rowCount);
  }

  /** The rows of some columns from `from` on, ascending, each once. */
  find(ofRow: Int32Array, { starts, indices: rows }: CsrMatrix, from: Int32Array): Int32Array {
    let count = 0;
    for (let entry = 0; entry < ofRow.length; entry++) {
      const column = ofRow[entry];
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
 * The similarities of a row of one matrix, `given`, with all rows of another; NaN where undefined or
 * where too little is common. `columns` is the transpose of `matrix`. O(Σ lengths of the row's columns).
 */
export function similaritiesOfRow(
  name: SimilarityKernel | "spearman",
  given: CsrMatrix,
  row: number,
  matrix: CsrMatrix,
  columns: CsrMatrix,
  minCommon: number,
  shrinkage: number,
  lost: number,
): Float64Array {
  const { starts, rowCount } = matrix;
  const sumsName = name === "spearman" ? "counts" : SUMS_OF[name];
  const width = SUM_COUNTS[sumsName];
  const sums = new Float64Array(rowCount * width);
  const own = rowOf(given, row);
  addCommonSums(sumsName, own, columns, columns.starts, sums);
  const norm = Math.sqrt(own.values.reduce((squares, value) => squares + value * value, 0));
  const norms = name === "cosine" ? rowNorms(matrix) : new Float64Array(rowCount);
  const ranker = name === "spearman" ? new CommonRanks(matrix) : undefined;
  ranker?.setRow(given, row);
  const similarities = new Float64Array(rowCount).fill(Number.NaN);
  for (let y = 0; y < rowCount; y++) {
    const at = y * width;
    const n = sums[at];
    if (n === 0 || n < minCommon) continue;
    const weight = shrinkage === 0 ? 1 : (n - lost) / (n - lost + shrinkage);
    const length = starts[y + 1] - starts[y];
    const plain = ranker
      ? ranker.correlationWith(y)
      : similarityOfSums(name as SimilarityKernel, sums, at, norm, norms[y], own.values.length, length);
    similarities[y] = weight * plain;
  }
  return similarities;
}

/** Rank correlations of one row with others: ranks hang on the pair, so that each is ranked anew. */
class CommonRanks {
  readonly #matrix: CsrMatrix;
  readonly #own: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The row that stands in `#own`. */
  #last: readonly [CsrMatrix, number] | undefined;

  constructor(matrix: CsrMatrix) {
    this.#matrix = matrix;
    this.#own = new Float64Array(matrix.columnCount).fill(Number.NaN);
    this.#x = new Float64Array(matrix.columnCount);
    this.#y = new Float64Array(matrix.columnCount);
  }

  setRow(matrix: CsrMatrix, row: number): void {
    if (this.#last) clearRow(...this.#last, this.#own);
    denseRow(matrix, row, this.#own);
    this.#last = [matrix, row];
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
