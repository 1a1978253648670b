import { topIndices, topIndicesInto } from "../../math/top-n.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { clearRow, denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { valueAt } from "../../sparse/value-at.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import type { Centering, RowCentering } from "./centering.js";
import type { KnnSettings } from "./knn-settings.js";

/**
 * The ratings of one column: those of the rows that may be neighbours, in the order of the input.
 */
export interface NeighborRatings {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** The offset of the column that centring subtracts. */
  readonly columnOffset: number;
}

/** What one neighbour adds to a score, and its position among the candidates. */
export interface NeighborContribution {
  readonly candidate: number;
  readonly share: number;
}

const ROWS_PER_BLOCK = 256;
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
  /** Only similarities above it count; NaN never does. */
  readonly #threshold: number;
  /** Buffer for the positions of the chosen candidates. */
  #chosen = new Int32Array(0);
  /** Its first `neighbors` entries. */
  #nearest = this.#chosen;

  constructor(similarities: CsrMatrix, centering: Centering, settings: KnnSettings) {
    this.similarities = similarities;
    this.#byNeighbor = byNeighbor(similarities, settings);
    this.centering = centering;
    this.#settings = settings;
    this.#threshold = settings.positiveOnly ? 0 : Number.NEGATIVE_INFINITY;
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
   * Writes the score of one row in every column, given its similarity with every row. O(ratings).
   */
  scoreColumns(
    own: RowCentering,
    similarities: Float64Array,
    ratingsOf: (column: number) => NeighborRatings,
    into: Float64Array,
  ): void {
    let ofCandidates = new Float64Array(64);
    for (let column = 0; column < into.length; column++) {
      const candidates = ratingsOf(column);
      const count = candidates.rows.length;
      if (ofCandidates.length < count) ofCandidates = new Float64Array(2 * count);
      for (let candidate = 0; candidate < count; candidate++)
        ofCandidates[candidate] = similarities[candidates.rows[candidate]];
      into[column] = this.scoreOf(own, candidates, ofCandidates);
    }
  }

  /**
   * The score of a row from the ratings of a column. O(candidates × log of the row's similarities).
   */
  score(row: number, candidates: NeighborRatings): number {
    return this.scoreOf(this.own(row), candidates, this.similaritiesTo(row, candidates.rows));
  }

  /**
   * The score of a row from the ratings of a column. `similarities` begins with that of each
   * candidate, NaN for none. O(candidates).
   */
  scoreOf(
    own: RowCentering,
    { rows, values, columnOffset }: NeighborRatings,
    similarities: Float64Array,
  ): number {
    const { aggregate, minNeighbors, damping } = this.#settings;
    const { rowOffsets, rowScales } = this.centering;
    const count = this.#choose(similarities, rows.length);
    if (count < minNeighbors) return Number.NaN;
    const chosen = this.#chosen;
    let sum = 0;
    let weights = damping;
    for (let k = 0; k < count; k++) {
      const candidate = chosen[k];
      const from = rows[candidate];
      const weight = aggregate === "mean" ? 1 : similarities[candidate];
      sum += (weight * (values[candidate] - rowOffsets[from] - columnOffset)) / rowScales[from];
      weights += Math.abs(weight);
    }
    const combined = aggregate === "sum" ? sum : sum / weights;
    return own.offset + columnOffset + own.scale * combined;
  }

  /** The neighbours behind a score, the most similar first, and what each adds to it. */
  contributions(
    own: RowCentering,
    candidates: NeighborRatings,
    similarities: Float64Array,
  ): NeighborContribution[] {
    const { aggregate, neighbors, damping } = this.#settings;
    const nearest = topIndices(similarities, similarities.length).filter(
      (candidate) => similarities[candidate] > this.#threshold,
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
   * Writes the score of every row from the ratings of one column, in blocks of rows, which bounds
   * the memory. O(rows + similarities of the candidates).
   */
  scoreRows(candidates: NeighborRatings, into: Float64Array): void {
    const { starts, indices: rows, values } = this.#byNeighbor;
    const count = candidates.rows.length;
    const block = new Float64Array(ROWS_PER_BLOCK * count).fill(Number.NaN);
    const isTouched = new Uint8Array(ROWS_PER_BLOCK);
    const next = Int32Array.from(candidates.rows, (row) => starts[row]);
    for (let first = 0; first < into.length; first += ROWS_PER_BLOCK) {
      const end = Math.min(first + ROWS_PER_BLOCK, into.length);
      for (let candidate = 0; candidate < count; candidate++) {
        const last = starts[candidates.rows[candidate] + 1];
        let k = next[candidate];
        for (; k < last && rows[k] < end; k++) {
          block[(rows[k] - first) * count + candidate] = values[k];
          isTouched[rows[k] - first] = 1;
        }
        next[candidate] = k;
      }
      for (let row = first; row < end; row++) {
        into[row] = Number.NaN;
        const place = row - first;
        if (isTouched[place] === 0) continue;
        const ofCandidates = block.subarray(place * count, (place + 1) * count);
        into[row] = this.scoreOf(this.own(row), candidates, ofCandidates);
        ofCandidates.fill(Number.NaN);
        isTouched[place] = 0;
      }
    }
  }

  /**
   * Writes the scores of many pairs of a row and a column, row by row: a row's dense similarities
   * are shared by all of its pairs. Pairs with -1 are NaN. O(similarities of the rows + candidates
   * of the columns).
   */
  scorePairs(
    rows: Int32Array,
    columns: Int32Array,
    ratingsOf: (column: number) => NeighborRatings,
    into: Float64Array,
  ): void {
    const { similarities: all } = this;
    const { rowCount } = all;
    const dense = new Float64Array(rowCount).fill(Number.NaN);
    let similarities = new Float64Array(64);
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
      const candidates = ratingsOf(columns[pair]);
      const candidateRows = candidates.rows;
      const count = candidateRows.length;
      if (similarities.length < count) similarities = new Float64Array(2 * count);
      for (let candidate = 0; candidate < count; candidate++)
        similarities[candidate] = dense[candidateRows[candidate]];
      into[pair] = this.scoreOf(own, candidates, similarities);
    }
  }

  /** The similarity of a row with each candidate, NaN where none is stored. */
  similaritiesTo(row: number, candidates: Int32Array): Float64Array {
    const found = new Float64Array(candidates.length);
    for (let candidate = 0; candidate < candidates.length; candidate++) {
      found[candidate] = valueAt(this.similarities, row, candidates[candidate]);
    }
    return found;
  }

  /**
   * Writes the positions of the nearest candidates into `#chosen`, in no particular order, and
   * returns their number. Of equal similarities the first ones in the order of the input are
   * chosen.
   */
  #choose(similarities: Float64Array, candidates: number): number {
    const { neighbors } = this.#settings;
    if (this.#chosen.length < candidates) {
      this.#chosen = new Int32Array(2 * candidates);
      this.#nearest = this.#chosen.subarray(0, neighbors);
    }
    const chosen = this.#chosen;
    const threshold = this.#threshold;
    let count = 0;
    for (let candidate = 0; candidate < candidates; candidate++) {
      if (similarities[candidate] > threshold) chosen[count++] = candidate;
    }
    return count <= neighbors ? count : topIndicesInto(similarities, this.#nearest, candidates);
  }

  #residual({ rows, values, columnOffset }: NeighborRatings, candidate: number): number {
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
