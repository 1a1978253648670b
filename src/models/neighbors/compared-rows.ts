import {
  allSimilarities,
  type SparseRows,
  similaritiesOfRow,
} from "../../kernels/similarity/all-similarities.js";
import {
  collectAll,
  collectHighest,
  onlyCandidates,
  type SimilarityRows,
} from "../../kernels/similarity/similarity-collector.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { lengthPowers } from "../../sparse/length-powers.js";
import { type Columns, transpose } from "../../sparse/transpose.js";
import { type LongWork, report } from "../../task/long-work.js";
import type { Similarity } from "../contract/model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import { type Centering, centeringOf, type Side } from "./centering.js";
import { type KnnSettings, kernelOf } from "./knn-settings.js";

/** Which similarities there are and what makes them defined. */
export interface SimilaritySettings
  extends Pick<KnnSettings, "similarity" | "minCommon" | "shrinkage" | "keep"> {
  /** What is compared in a column of n ratings is multiplied by n^-columnPower. @default 0 */
  readonly columnPower?: number;
}

/** Items (or users) as rows of ratings, ready to be compared with one another. */
export class ComparedRows {
  readonly #rows: SparseRows;
  readonly #centering: Centering | undefined;
  /** What each column is multiplied by; undefined where all are alike. */
  readonly #columnScales: Float64Array | undefined;
  readonly #settings: SimilaritySettings;
  #columns: Columns | undefined;
  /** The row that `pair` was asked for last, by column: mostly it is asked for again. */
  #last: { readonly row: number; readonly values: ReadonlyMap<number, number> } | undefined;

  constructor(ratings: Ratings, side: Side, settings: SimilaritySettings) {
    const matrix = side === "items" ? ratings.byItem : ratings.byUser;
    this.#centering = centeringFor(ratings, side, settings.similarity);
    const rows = this.#centering ? centered(matrix, this.#centering) : matrix;
    const { columnPower = 0 } = settings;
    const columns = side === "items" ? ratings.byUser : ratings.byItem;
    this.#columnScales = columnPower === 0 ? undefined : lengthPowers(columns, -columnPower);
    this.#rows = this.#columnScales ? scaled(rows, this.#columnScales) : rows;
    this.#settings = settings;
  }

  /** The similarities of all rows with one another; where candidates are named, only with those. */
  all(work: LongWork = {}, isCandidate?: Uint8Array): SimilarityRows {
    const { rowCount } = this.#rows;
    const { similarity, minCommon, shrinkage } = this.#settings;
    const keep = storedPerRow(this.#settings, rowCount);
    const every = keep < rowCount ? collectHighest(rowCount, keep) : collectAll(rowCount);
    const collector = isCandidate ? onlyCandidates(every, isCandidate) : every;
    const onRow = (done: number) => report(work, { done, total: rowCount });
    allSimilarities(
      kernelOf(similarity),
      this.#rows,
      minCommon,
      shrinkage,
      lostOf(similarity),
      collector,
      onRow,
    );
    return collector.rows();
  }

  /** The similarity of one row with every row, NaN where undefined. */
  of(row: number): Float64Array {
    const { starts, indices, values } = this.#rows;
    const [start, end] = [starts[row], starts[row + 1]];
    return this.#with(indices.subarray(start, end), values.subarray(start, end));
  }

  /** The similarity of a person who is not among the users, where those are the rows, with each of them. */
  ofNewcomer(itemIndices: Int32Array, values: Float64Array): Float64Array {
    const offset = this.#centering?.newcomer(itemIndices, values).offset ?? 0;
    const compared = values.map((value, k) => {
      const item = itemIndices[k];
      const rest = value - offset - (this.#centering?.columnOffsets[item] ?? 0);
      return rest * (this.#columnScales?.[item] ?? 1);
    });
    return this.#with(itemIndices, compared);
  }

  /** The similarity of a row that is not among them, given by its columns and centred values. */
  #with(columns: Int32Array, values: Float64Array): Float64Array {
    const { starts, indices, values: all, rowCount, columnCount } = this.#rows;
    this.#columns ??= transpose(starts, indices, all, columnCount, new Uint8Array(rowCount).fill(1));
    const { similarity, minCommon, shrinkage } = this.#settings;
    return similaritiesOfRow(
      kernelOf(similarity),
      columns,
      values,
      this.#rows,
      this.#columns,
      minCommon,
      shrinkage,
      lostOf(similarity),
    );
  }

  /** How many columns two rows share, and how far apart they are where the similarity is a distance. */
  pair(x: number, y: number): Pick<Similarity, "common" | "distance"> {
    const { starts, indices, values } = this.#rows;
    const own = this.#byColumn(x);
    let common = 0;
    let squares = 0;
    for (let k = starts[y]; k < starts[y + 1]; k++) {
      const value = own.get(indices[k]);
      if (value === undefined) continue;
      common++;
      squares += (value - values[k]) ** 2;
    }
    const { similarity } = this.#settings;
    if (similarity === "euclidean") return { common, distance: Math.sqrt(squares) };
    if (similarity === "rmsd") return { common, distance: Math.sqrt(squares / common) };
    return similarity === "msd" ? { common, distance: squares / common } : { common };
  }

  #byColumn(row: number): ReadonlyMap<number, number> {
    if (this.#last?.row === row) return this.#last.values;
    const { starts, indices, values } = this.#rows;
    const own = new Map<number, number>();
    for (let k = starts[row]; k < starts[row + 1]; k++) own.set(indices[k], values[k]);
    this.#last = { row, values: own };
    return own;
  }
}

/** "pearson-baseline" shrinks by one rating less than there are, as Surprise and Koren 2010 do. */
function lostOf(similarity: KnnSettings["similarity"]): number {
  return similarity === "pearson-baseline" ? 1 : 0;
}

/** What a similarity takes off the ratings first: nothing, the column's mean, or the baseline; undefined for nothing. */
function centeringFor(
  ratings: Ratings,
  side: Side,
  similarity: KnnSettings["similarity"],
): Centering | undefined {
  if (similarity === "pearson-baseline") return centeringOf(ratings, side, "baseline");
  if (similarity !== "adjusted-cosine") return undefined;
  return centeringOf(ratings, side, side === "items" ? "user-mean" : "item-mean");
}

function centered(matrix: CsrMatrix, { rowOffsets, columnOffsets }: Centering): SparseRows {
  const { starts, indices, values, rowCount, columnCount } = matrix;
  const rests = values.slice();
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffsets[row];
    for (let k = starts[row]; k < starts[row + 1]; k++) rests[k] -= offset + columnOffsets[indices[k]];
  }
  return { starts, indices, values: rests, rowCount, columnCount };
}

function scaled({ values, ...rows }: SparseRows, columnScales: Float64Array): SparseRows {
  return { ...rows, values: values.map((value, k) => value * columnScales[rows.indices[k]]) };
}
