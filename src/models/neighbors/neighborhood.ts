import { accelerated } from "../../kernels/backend.js";
import type { UserScores } from "../../kernels/dense/user-scores.js";
import type { NeighborScoresSize } from "../../kernels/neighbor-scores.js";
import { topIndices } from "../../math/top-n.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { clearRow, denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { valueAt } from "../../sparse/value-at.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import type { Centering, RowCentering } from "./centering.js";
import type { KnnSettings } from "./knn-settings.js";
import { type Candidates, NeighborAggregator, type SimilarCandidates } from "./neighbor-aggregator.js";

/** What one neighbour adds to a score, and its position among the candidates. */
export interface NeighborContribution {
  readonly candidate: number;
  readonly share: number;
}

/** Similar candidates in a block of rows, about 400 kB; and its fewest rows. */
const BLOCK_ENTRIES = 2 ** 15;
const MIN_BLOCK_ROWS = 64;
/** From this share of all similarities and this number of columns on, dense rows are faster. */
const DENSE_SHARE = 0.25;
const SHARING_COLUMNS = 8;
const UNCENTRED: RowCentering = { offset: 0, scale: 1 };

/**
 * Scores of a row x in a column, from the centred ratings (residuals) of its nearest neighbours
 * there. For ItemKnn rows are items and columns users, for UserKnn the other way round.
 *
 *     "weighted-mean"  base + rowScale[x] × Σ similarity × residual / (Σ |similarity| + damping)
 *     "mean"           base + rowScale[x] × Σ residual / (count + damping)
 *     "sum"            base + rowScale[x] × Σ similarity × residual
 *
 * over the `neighbors` most similar rows with a rating in the column; base = rowOffset[x] +
 * columnOffset. Reference: src/reference/neighbor-score.ts.
 */
export class Neighborhood {
  /** The similarities of each row with other rows; columns ascend. */
  readonly similarities: CsrMatrix;
  readonly centering: Centering;
  /** For each row, the rows that it is a neighbour of: the transpose of the similarities. */
  readonly #byNeighbor: CsrMatrix;
  readonly #settings: KnnSettings;
  readonly #aggregator: NeighborAggregator;
  /** The most similarities of one row. */
  readonly #longestRow: number;
  #found: SimilarCandidates = { positions: new Int32Array(64), similarities: new Float64Array(64) };

  constructor(similarities: CsrMatrix, centering: Centering, settings: KnnSettings) {
    this.similarities = similarities;
    this.#byNeighbor = byNeighbor(similarities, settings);
    this.centering = centering;
    this.#settings = settings;
    this.#longestRow = longestRow(similarities);
    this.#aggregator = new NeighborAggregator(centering, settings);
  }

  /**
   * The score of a row in a column without neighbours: NaN if ratings are not centred. With the
   * baseline, an unknown row or column (-1) has a bias of 0.
   */
  base(row: number, column: number, mean: number): number {
    const { rowOffsets, columnOffsets } = this.centering;
    const { center } = this.#settings;
    if (center === "baseline") return (rowOffsets[row] ?? mean) + (columnOffsets[column] ?? 0);
    return center === "none" || row < 0 || column < 0 ? Number.NaN : rowOffsets[row] + columnOffsets[column];
  }

  /** Offset and scale of a row. */
  own(row: number): RowCentering {
    return { offset: this.centering.rowOffsets[row], scale: this.centering.rowScales[row] };
  }

  /** The similarity of a row with every row, NaN where none is stored. */
  similaritiesOf(row: number): Float64Array {
    return denseRow(this.similarities, row);
  }

  /** The rows most similar to a row, best first; equal ones in the order of their index. */
  mostSimilar(row: number, count: number): { row: number; similarity: number }[] {
    const { indices, values } = rowOf(this.similarities, row);
    return Array.from(topIndices(values, count), (k) => ({ row: indices[k], similarity: values[k] }));
  }

  /**
   * Writes the score of one row in every column, given its similarity with every row and the
   * ratings by column. O(ratings).
   */
  scoreColumns(own: RowCentering, similarities: Float64Array, columns: CsrMatrix, into: Float64Array): void {
    for (let column = 0; column < into.length; column++)
      into[column] = this.#scoreColumn(own, similarities, columns, column);
  }

  /**
   * The score of a row from the ratings of a column. O(candidates × log of the row's length, or of
   * the rows that it has no similarity with, if these are fewer).
   */
  score(row: number, candidates: Candidates): number {
    const { rows } = candidates;
    const found = this.#room(rows.length);
    let count = 0;
    for (let candidate = 0; candidate < rows.length; candidate++) {
      const similarity = valueAt(this.similarities, row, rows[candidate]);
      found.positions[count] = candidate;
      found.similarities[count] = similarity;
      if (similarity > this.#aggregator.threshold) count++;
    }
    return this.#aggregator.score(this.own(row), candidates, found, 0, count);
  }

  /** The neighbours behind a score, the most similar first, and what each adds to it. */
  contributions(
    own: RowCentering,
    candidates: Candidates,
    similarities: Float64Array,
  ): NeighborContribution[] {
    const { aggregate, neighbors, damping } = this.#settings;
    const nearest = topIndices(similarities, similarities.length).filter(
      (candidate) => similarities[candidate] > this.#aggregator.threshold,
    );
    const chosen = nearest.subarray(0, neighbors);
    const weightOf = (candidate: number) => (aggregate === "mean" ? 1 : similarities[candidate]);
    const weights =
      aggregate === "sum"
        ? 1
        : chosen.reduce((sum, candidate) => sum + Math.abs(weightOf(candidate)), damping);
    return Array.from(chosen, (candidate) => ({
      candidate,
      share: (own.scale / weights) * weightOf(candidate) * this.#residual(candidates, candidate),
    }));
  }

  /**
   * Writes the score of every row from the ratings of one column. O(rows + similarities of the
   * candidates).
   */
  scoreRows(candidates: Candidates, into: Float64Array): void {
    const areTooMany = candidates.rows.length > this.#settings.neighbors;
    if (areTooMany) this.#scoreBlocks(candidates, into);
    else this.#aggregator.scoreFromAll(candidates, this.#byNeighbor, into);
  }

  /**
   * Writes the scores of every row in some columns, columns × rows. Where many similarities are
   * stored, each row's dense similarities are shared by all columns. O(rows × ratings of the
   * columns + similarities), and as {@link scoreRows} for each column if that is less.
   */
  scoreTable(columns: Int32Array, ratings: CsrMatrix, into: Float64Array): void {
    const { similarities: all } = this;
    const { rowCount } = all;
    if (columns.length < SHARING_COLUMNS || all.count < DENSE_SHARE * rowCount * rowCount) {
      for (let k = 0; k < columns.length; k++)
        this.scoreRows(this.columnOf(ratings, columns[k]), into.subarray(k * rowCount, (k + 1) * rowCount));
      return;
    }
    const dense = new Float64Array(rowCount).fill(Number.NaN);
    for (let row = 0; row < rowCount; row++) {
      denseRow(all, row, dense);
      const own = this.own(row);
      for (let k = 0; k < columns.length; k++)
        into[k * rowCount + row] = this.#scoreColumn(own, dense, ratings, columns[k]);
      clearRow(all, row, dense);
    }
  }

  /**
   * Opens a job that scores many users, if there is a faster way than `scoreUsers`, which writes
   * the same scores.
   */
  openScores(
    columns: CsrMatrix,
    size: NeighborScoresSize,
    scoreUsers: (userIndices: Int32Array, into: Float64Array) => void,
  ): UserScores | undefined {
    const ratings = { ...this.centering, similarities: this.similarities, columns };
    const rules = { ...this.#settings, threshold: this.#aggregator.threshold };
    return accelerated("openNeighborScores")?.(ratings, rules, size, scoreUsers);
  }

  /** Writes the scores of a row in some columns, given its similarity with every row. */
  scoreSomeColumns(row: number, columns: Int32Array, ratings: CsrMatrix, into: Float64Array): void {
    const dense = this.similaritiesOf(row);
    const own = this.own(row);
    for (let k = 0; k < columns.length; k++) into[k] = this.#scoreColumn(own, dense, ratings, columns[k]);
  }

  /**
   * {@link scoreRows} in blocks of rows, which bounds the memory: the similar candidates of each
   * row of a block are collected, then aggregated.
   */
  #scoreBlocks(candidates: Candidates, into: Float64Array): void {
    const { starts, indices: rows, values } = this.#byNeighbor;
    const { threshold } = this.#aggregator;
    const room = Math.min(candidates.rows.length, this.#longestRow);
    const blockSize = Math.max(MIN_BLOCK_ROWS, Math.floor(BLOCK_ENTRIES / Math.max(1, room)));
    const found = this.#room(blockSize * room);
    const { positions, similarities } = found;
    const counts = new Int32Array(blockSize);
    const next = Int32Array.from(candidates.rows, (row) => starts[row]);
    for (let first = 0; first < into.length; first += blockSize) {
      const end = Math.min(first + blockSize, into.length);
      counts.fill(0);
      for (let candidate = 0; candidate < next.length; candidate++) {
        const last = starts[candidates.rows[candidate] + 1];
        let k = next[candidate];
        for (; k < last && rows[k] < end; k++) {
          if (!(values[k] > threshold)) continue;
          const place = rows[k] - first;
          const at = place * room + counts[place]++;
          positions[at] = candidate;
          similarities[at] = values[k];
        }
        next[candidate] = k;
      }
      for (let place = 0; place < end - first; place++) {
        const row = first + place;
        into[row] =
          counts[place] === 0
            ? Number.NaN
            : this.#aggregator.score(this.own(row), candidates, found, place * room, counts[place]);
      }
    }
  }

  /**
   * Writes the scores of many pairs of a row and a column, row by row: a row's dense similarities
   * are shared by all of its pairs. Pairs with -1 are NaN. O(similarities of the rows + candidates
   * of the columns).
   */
  scorePairs(rows: Int32Array, columns: Int32Array, ratings: CsrMatrix, into: Float64Array): void {
    const { similarities: all } = this;
    const { rowCount } = all;
    const dense = new Float64Array(rowCount).fill(Number.NaN);
    let last = -1;
    let own = UNCENTRED;
    for (const pair of pairsByRow(rows, rowCount)) {
      const row = rows[pair];
      if (row < 0 || columns[pair] < 0) {
        into[pair] = Number.NaN;
        continue;
      }
      if (row !== last) {
        if (last >= 0) clearRow(all, last, dense);
        denseRow(all, row, dense);
        last = row;
        own = this.own(row);
      }
      into[pair] = this.#scoreColumn(own, dense, ratings, columns[pair]);
    }
  }

  /** The score of a row, given its similarity with every row, in a column. O(candidates). */
  #scoreColumn(own: RowCentering, dense: Float64Array, columns: CsrMatrix, column: number): number {
    const { starts, indices: rows, values } = columns;
    const { threshold } = this.#aggregator;
    const end = starts[column + 1];
    const found = this.#room(end - starts[column]);
    const { positions, similarities } = found;
    let count = 0;
    for (let k = starts[column]; k < end; k++) {
      const similarity = dense[rows[k]];
      positions[count] = k;
      similarities[count] = similarity;
      if (similarity > threshold) count++;
    }
    const columnOffset = this.centering.columnOffsets[column];
    return this.#aggregator.score(own, { rows, values, columnOffset }, found, 0, count);
  }

  /** Buffers for `size` similar candidates and one more. */
  #room(size: number): SimilarCandidates {
    if (this.#found.positions.length <= size) {
      this.#found = { positions: new Int32Array(2 * size), similarities: new Float64Array(2 * size) };
    }
    return this.#found;
  }

  /** The ratings of a column: those of the rows that may be neighbours. */
  columnOf(columns: CsrMatrix, column: number): Candidates {
    const { indices, values } = rowOf(columns, column);
    return { rows: indices, values, columnOffset: this.centering.columnOffsets[column] };
  }

  /** The similarity of a row with each candidate, NaN where none is stored. */
  similaritiesTo(row: number, candidates: Int32Array): Float64Array {
    const found = new Float64Array(candidates.length);
    for (let candidate = 0; candidate < candidates.length; candidate++) {
      found[candidate] = valueAt(this.similarities, row, candidates[candidate]);
    }
    return found;
  }

  #residual({ rows, values, columnOffset }: Candidates, candidate: number): number {
    const { rowOffsets, rowScales } = this.centering;
    return (values[candidate] - rowOffsets[rows[candidate]] - columnOffset) / rowScales[rows[candidate]];
  }
}

/** The transpose of the similarities: the matrix itself if it is symmetric and complete. */
function byNeighbor(similarities: CsrMatrix, settings: KnnSettings): CsrMatrix {
  const { rowCount } = similarities;
  const isMutual = settings.similarity !== "conditional" && storedPerRow(settings, rowCount) >= rowCount;
  return isMutual ? similarities : transpose(similarities);
}

function longestRow({ starts }: CsrMatrix): number {
  let longest = 0;
  for (let row = 1; row < starts.length; row++) longest = Math.max(longest, starts[row] - starts[row - 1]);
  return longest;
}
