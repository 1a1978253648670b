import { topIndices, topIndicesInto } from "../../math/top-n.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { clearRow, denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { valueAt } from "../../sparse/value-at.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import type { Centering, Newcomer } from "./centering.js";
import type { KnnSettings } from "./knn-settings.js";

/** Rows whose ratings in one column may count for a score, in the order of the rating rows. */
export interface Voters {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** What centring takes off ratings of their column. */
  readonly columnOffset: number;
}

/** One row that counts for a score: which of the voters, by position, and what it adds. */
export interface Vote {
  readonly voter: number;
  readonly share: number;
}

const ROWS_IN_A_BLOCK = 256;
const NOTHING: Newcomer = { offset: 0, scale: 1 };

/**
 * Scores from similar rows, for either side: of a row x in a column, from the ratings that rows like x have there.
 *
 *     score = base + rowScale[x] × Σ similarity × rest / (Σ |similarity| + damping)     ("weighted-mean")
 *     score = base + rowScale[x] × Σ rest / (votes + damping)                           ("mean")
 *     score = base + rowScale[x] × Σ similarity × rest                                  ("sum")
 *
 * over the `neighbors` most similar; base = rowOffset[x] + columnOffset.
 */
export class Neighborhood {
  /** Of each row with every other that it is compared with; columns ascend. */
  readonly similarities: CsrMatrix;
  readonly centering: Centering;
  /** For each voter the rows whose neighbour it is: the similarities the other way round. */
  readonly #byVoter: CsrMatrix;
  readonly #settings: KnnSettings;
  /** Only similarities above it count; NaN is above nothing. */
  readonly #floor: number;
  /** Room for the positions of the voters that count. */
  #chosen = new Int32Array(0);
  /** The part of it that the nearest take where more count than may. */
  #nearest = this.#chosen;

  constructor(similarities: CsrMatrix, centering: Centering, settings: KnnSettings) {
    this.similarities = similarities;
    this.#byVoter = byVoter(similarities, settings);
    this.centering = centering;
    this.#settings = settings;
    this.#floor = settings.positiveOnly ? 0 : Number.NEGATIVE_INFINITY;
  }

  /**
   * What is said of a row in a column without any votes: NaN where ratings are not centred. Of the baseline, the part that is known
   * is said even where the row or the column (as -1) is not.
   */
  base(row: number, column: number, mean: number): number {
    const { rowOffsets, columnOffsets } = this.centering;
    const { center } = this.#settings;
    if (center === "baseline") return (rowOffsets[row] ?? mean) + (columnOffsets[column] ?? 0);
    return center === "none" || row < 0 || column < 0 ? Number.NaN : rowOffsets[row] + columnOffsets[column];
  }

  /** What centring does to the ratings of a row. */
  own(row: number): Newcomer {
    return { offset: this.centering.rowOffsets[row], scale: this.centering.rowScales[row] };
  }

  /** The similarity of a row with every row, NaN where there is none. */
  layOut(row: number): Float64Array {
    return denseRow(this.similarities, row);
  }

  /** The rows most like one, best first; equal ones in the order of their index. */
  mostSimilar(row: number, count: number): { row: number; similarity: number }[] {
    const { indices, values } = rowOf(this.similarities, row);
    return Array.from(topIndices(values, count), (k) => ({ row: indices[k], similarity: values[k] }));
  }

  /**
   * Writes the score of one row in every column, from each column's voters and the row's similarity with all rows.
   * O(ratings).
   */
  scoreColumns(
    own: Newcomer,
    similarities: Float64Array,
    votersOf: (column: number) => Voters,
    into: Float64Array,
  ): void {
    let ofVoters = new Float64Array(64);
    for (let column = 0; column < into.length; column++) {
      const voters = votersOf(column);
      const count = voters.rows.length;
      if (ofVoters.length < count) ofVoters = new Float64Array(2 * count);
      for (let voter = 0; voter < count; voter++) ofVoters[voter] = similarities[voters.rows[voter]];
      into[column] = this.scoreOf(own, voters, ofVoters);
    }
  }

  /** The score of a row from voters. O(voters × log of the row's neighbours). */
  score(row: number, voters: Voters): number {
    return this.scoreOf(this.own(row), voters, this.lookUp(row, voters.rows));
  }

  /** The score of a row from voters, given each voter's similarity to it first of all, NaN where there is none. */
  scoreOf(own: Newcomer, { rows, values, columnOffset }: Voters, similarities: Float64Array): number {
    const { aggregate, minNeighbors, damping } = this.#settings;
    const { rowOffsets, rowScales } = this.centering;
    const count = this.#choose(similarities, rows.length);
    if (count < minNeighbors) return Number.NaN;
    const chosen = this.#chosen;
    let sum = 0;
    let weights = damping;
    for (let k = 0; k < count; k++) {
      const voter = chosen[k];
      const from = rows[voter];
      const weight = aggregate === "mean" ? 1 : similarities[voter];
      sum += (weight * (values[voter] - rowOffsets[from] - columnOffset)) / rowScales[from];
      weights += Math.abs(weight);
    }
    const combined = aggregate === "sum" ? sum : sum / weights;
    return own.offset + columnOffset + own.scale * combined;
  }

  /** The votes that make the score of a row, the most similar first, with what each adds to it. */
  votes(own: Newcomer, voters: Voters, similarities: Float64Array): Vote[] {
    const { aggregate, neighbors, damping } = this.#settings;
    const nearest = topIndices(similarities, similarities.length).filter(
      (voter) => similarities[voter] > this.#floor,
    );
    const chosen = nearest.subarray(0, neighbors);
    const weightOf = (voter: number) => (aggregate === "mean" ? 1 : similarities[voter]);
    const weights =
      aggregate === "sum" ? 1 : chosen.reduce((sum, voter) => sum + Math.abs(weightOf(voter)), damping);
    return Array.from(chosen, (voter) => ({
      voter,
      share: (own.scale / weights) * weightOf(voter) * this.#rest(voters, voter),
    }));
  }

  /** Writes the score of every row from the same voters: O(their neighbours), in blocks of rows. */
  scoreRows(voters: Voters, into: Float64Array): void {
    const { starts, indices: rows, values } = this.#byVoter;
    const count = voters.rows.length;
    const block = new Float64Array(ROWS_IN_A_BLOCK * count).fill(Number.NaN);
    const isTouched = new Uint8Array(ROWS_IN_A_BLOCK);
    const next = Int32Array.from(voters.rows, (row) => starts[row]);
    for (let first = 0; first < into.length; first += ROWS_IN_A_BLOCK) {
      const end = Math.min(first + ROWS_IN_A_BLOCK, into.length);
      for (let voter = 0; voter < count; voter++) {
        const last = starts[voters.rows[voter] + 1];
        let k = next[voter];
        for (; k < last && rows[k] < end; k++) {
          block[(rows[k] - first) * count + voter] = values[k];
          isTouched[rows[k] - first] = 1;
        }
        next[voter] = k;
      }
      for (let row = first; row < end; row++) {
        into[row] = Number.NaN;
        const place = row - first;
        if (isTouched[place] === 0) continue;
        const ofVoters = block.subarray(place * count, (place + 1) * count);
        into[row] = this.scoreOf(this.own(row), voters, ofVoters);
        ofVoters.fill(Number.NaN);
        isTouched[place] = 0;
      }
    }
  }

  /**
   * Writes the scores of many pairs of a row and a column, row by row: one row's similarities are laid out once for all of its
   * pairs. Pairs with -1 are NaN. O(neighbours of the rows + voters of the columns).
   */
  scorePairs(
    rows: Int32Array,
    columns: Int32Array,
    votersOf: (column: number) => Voters,
    into: Float64Array,
  ): void {
    const { similarities: all } = this;
    const { rowCount } = all;
    const laidOut = new Float64Array(rowCount).fill(Number.NaN);
    let similarities = new Float64Array(64);
    let last = -1;
    let own = NOTHING;
    for (const pair of pairsByRow(rows, rowCount)) {
      const row = rows[pair];
      if (row < 0 || columns[pair] < 0) {
        into[pair] = Number.NaN;
        continue;
      }
      if (row !== last) {
        if (last >= 0) clearRow(all, last, laidOut);
        denseRow(all, row, laidOut);
        last = row;
        own = this.own(row);
      }
      const voters = votersOf(columns[pair]);
      const ofVoters = voters.rows;
      const count = ofVoters.length;
      if (similarities.length < count) similarities = new Float64Array(2 * count);
      for (let voter = 0; voter < count; voter++) similarities[voter] = laidOut[ofVoters[voter]];
      into[pair] = this.scoreOf(own, voters, similarities);
    }
  }

  /** The similarity of each voter to a row, NaN where there is none. */
  lookUp(row: number, voters: Int32Array): Float64Array {
    const found = new Float64Array(voters.length);
    for (let voter = 0; voter < voters.length; voter++) {
      found[voter] = valueAt(this.similarities, row, voters[voter]);
    }
    return found;
  }

  /**
   * Writes the positions of those of the first `voters` that count into `#chosen`, in no particular order, and returns how many there
   * are. Equal similarities count in the order of the rating rows.
   */
  #choose(similarities: Float64Array, voters: number): number {
    const { neighbors } = this.#settings;
    if (this.#chosen.length < voters) {
      this.#chosen = new Int32Array(2 * voters);
      this.#nearest = this.#chosen.subarray(0, neighbors);
    }
    const chosen = this.#chosen;
    const floor = this.#floor;
    let count = 0;
    for (let voter = 0; voter < voters; voter++) {
      if (similarities[voter] > floor) chosen[count++] = voter;
    }
    return count <= neighbors ? count : topIndicesInto(similarities, this.#nearest, voters);
  }

  #rest({ rows, values, columnOffset }: Voters, voter: number): number {
    const { rowOffsets, rowScales } = this.centering;
    return (values[voter] - rowOffsets[rows[voter]] - columnOffset) / rowScales[rows[voter]];
  }
}

/** The similarities by voter: the same matrix where all are kept and mutual, its transpose otherwise. */
function byVoter(similarities: CsrMatrix, settings: KnnSettings): CsrMatrix {
  const { rowCount } = similarities;
  const isMutual = settings.similarity !== "conditional" && storedPerRow(settings, rowCount) >= rowCount;
  return isMutual ? similarities : transpose(similarities);
}
