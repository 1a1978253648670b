import { NeighborCutoff } from "../../kernels/similarity/neighbor-cutoff.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { Centering, RowCentering } from "./centering.js";
import type { KnnSettings } from "./knn-settings.js";

/** The ratings of one column: those of the rows that may be neighbours. */
export interface Candidates {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** The offset of the column that centring subtracts. */
  readonly columnOffset: number;
}

/**
 * The candidates that are similar to a row, in the order of the candidates, and their similarities,
 * which are above the threshold.
 */
export interface SimilarCandidates {
  readonly positions: Int32Array;
  readonly similarities: Float64Array;
}

/**
 * Aggregates the ratings of the nearest candidates. Sums are in the order of the candidates, so
 * that every way to find the neighbours gives the same bits.
 */
export class NeighborAggregator {
  readonly #centering: Centering;
  readonly #settings: KnnSettings;
  /** Only similarities above it count; NaN never does. */
  readonly threshold: number;
  readonly #cutoff = new NeighborCutoff();

  constructor(centering: Centering, settings: KnnSettings) {
    this.#centering = centering;
    this.#settings = settings;
    this.threshold = settings.positiveOnly ? 0 : Number.NEGATIVE_INFINITY;
  }

  /**
   * The score from `count` similar candidates, which begin at position `first`; NaN for fewer than
   * `minNeighbors`. Of equal similarities the first candidates are chosen. O(count).
   */
  score(
    own: RowCentering,
    candidates: Candidates,
    similar: SimilarCandidates,
    first: number,
    count: number,
  ): number {
    const { aggregate, neighbors, minNeighbors, damping } = this.#settings;
    if (Math.min(count, neighbors) < minNeighbors) return Number.NaN;
    const { rows, values, columnOffset } = candidates;
    const { positions, similarities } = similar;
    const { rowOffsets, rowScales } = this.#centering;
    let lowest = Number.NEGATIVE_INFINITY;
    let ties = 0;
    if (count > neighbors) {
      this.#cutoff.find(similarities, first, count, neighbors);
      lowest = this.#cutoff.similarity;
      ties = this.#cutoff.ties;
    }
    const isMean = aggregate === "mean";
    let sum = 0;
    let weights = damping;
    for (let k = first; k < first + count; k++) {
      const similarity = similarities[k];
      if (!(similarity > lowest)) {
        if (similarity !== lowest || ties === 0) continue;
        ties--;
      }
      const position = positions[k];
      const from = rows[position];
      const weight = isMean ? 1 : similarity;
      sum += (weight * (values[position] - rowOffsets[from] - columnOffset)) / rowScales[from];
      weights += Math.abs(weight);
    }
    return this.#combine(own, columnOffset, sum, weights);
  }

  /**
   * Writes the score of every row from all similar candidates: there are at most `neighbors`
   * candidates. O(rows + entries of the candidates in `byNeighbor`).
   *
   * @param byNeighbor for each row, the rows that it is a neighbour of
   */
  scoreFromAll(candidates: Candidates, byNeighbor: CsrMatrix, into: Float64Array): void {
    const { aggregate, minNeighbors, damping } = this.#settings;
    const { rowOffsets, rowScales } = this.#centering;
    const { rows, values, columnOffset } = candidates;
    const { starts, indices, values: similarities } = byNeighbor;
    const { threshold } = this;
    const isMean = aggregate === "mean";
    const counts = new Int32Array(into.length);
    const weights = new Float64Array(into.length).fill(damping);
    into.fill(0);
    for (let candidate = 0; candidate < rows.length; candidate++) {
      const from = rows[candidate];
      const residual = values[candidate] - rowOffsets[from] - columnOffset;
      const scale = rowScales[from];
      const last = starts[from + 1];
      for (let k = starts[from]; k < last; k++) {
        const similarity = similarities[k];
        if (!(similarity > threshold)) continue;
        const row = indices[k];
        const weight = isMean ? 1 : similarity;
        into[row] += (weight * residual) / scale;
        weights[row] += Math.abs(weight);
        counts[row]++;
      }
    }
    const own = { offset: 0, scale: 1 };
    for (let row = 0; row < into.length; row++) {
      own.offset = rowOffsets[row];
      own.scale = rowScales[row];
      into[row] =
        counts[row] < minNeighbors ? Number.NaN : this.#combine(own, columnOffset, into[row], weights[row]);
    }
  }

  #combine(own: RowCentering, columnOffset: number, sum: number, weights: number): number {
    const combined = this.#settings.aggregate === "sum" ? sum : sum / weights;
    return own.offset + columnOffset + own.scale * combined;
  }
}
