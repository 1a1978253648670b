import { accelerated } from "../../kernels/backend.js";
import {
  allSimilarities,
  type SimilarityMeasure,
  similaritiesOfRow,
} from "../../kernels/similarity/all-similarities.js";
import { highestCosines } from "../../kernels/similarity/highest-cosines.js";
import { collectAll, collectHighest, onlyCandidates } from "../../kernels/similarity/similarity-collector.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { clearRow, denseRow } from "../../sparse/dense-row.js";
import { lengthPowers } from "../../sparse/length-powers.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import { scaleColumns } from "../../sparse/scale-columns.js";
import { subtractOffsets } from "../../sparse/subtract-offsets.js";
import { transpose } from "../../sparse/transpose.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Similarity } from "../contract/model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import { checkImplicit } from "../implicit/implicit-values.js";
import { type Centering, Centerings, type Side } from "./centering.js";
import { commonAndDistance, comparisonCenter, sampleCorrectionOf } from "./comparison.js";
import { type KnnSettings, kernelOf } from "./knn-settings.js";
import { RowWeighting } from "./row-weighting.js";

/** Settings of the similarity of two rows. */
export interface SimilaritySettings
  extends Pick<KnnSettings, "similarity" | "minCommon" | "shrinkage" | "keep">,
    Partial<Pick<KnnSettings, "weighting">> {
  /** Values in a column with n ratings are multiplied by n^-columnPower. @default 0 */
  readonly columnPower?: number;
}

/** Rows of ratings and their similarities. */
export interface ComparedSimilarities {
  readonly rows: ComparedRows;
  readonly similarities: CsrMatrix;
}

/** Items or users as rows of ratings, centred and scaled as their similarity requires. */
export class ComparedRows {
  readonly ratings: Feedback;
  /** Centrings of the ratings, which a model shares to average them. */
  readonly centerings: Centerings;
  readonly #rows: CsrMatrix;
  readonly #centering: Centering | undefined;
  /** The factor of each column; undefined if all are 1. */
  readonly #columnScales: Float64Array | undefined;
  /** Undefined if values are not weighted. */
  readonly #weighting: RowWeighting | undefined;
  readonly #settings: SimilaritySettings;
  #columns: CsrMatrix | undefined;
  /** The dense row of the last call of `pair`, because the next call mostly needs it again. */
  #last: { readonly row: number; readonly values: Float64Array } | undefined;

  constructor(ratings: Feedback, side: Side, settings: SimilaritySettings) {
    const matrix = side === "items" ? ratings.byItem : ratings.byUser;
    this.ratings = ratings;
    this.centerings = new Centerings(ratings, side);
    const center = comparisonCenter(settings.similarity, side);
    this.#centering = center === "none" ? undefined : this.centerings.of(center);
    const { columnPower = 0, weighting = "none" } = settings;
    const columns = side === "items" ? ratings.byUser : ratings.byItem;
    if (weighting !== "none") {
      checkImplicit(ratings);
      this.#weighting = new RowWeighting(weighting, matrix, columns);
    }
    const centred = this.#centering
      ? subtractOffsets(matrix, this.#centering.rowOffsets, this.#centering.columnOffsets)
      : matrix;
    const rows = this.#weighting?.matrix(matrix) ?? centred;
    this.#columnScales = columnPower === 0 ? undefined : lengthPowers(columns, -columnPower);
    this.#rows = this.#columnScales ? scaleColumns(rows, this.#columnScales) : rows;
    this.#settings = settings;
  }

  /** The similarities of all rows with each other, or only with candidates. */
  all(task: TaskOptions = {}, isCandidate?: Uint8Array): CsrMatrix {
    const { rowCount } = this.#rows;
    const keep = storedPerRow(this.#settings, rowCount);
    const onRow = (done: number) => reportProgress(task, { done, total: rowCount });
    const { similarity, minCommon, shrinkage } = this.#settings;
    const isPlainCosine =
      kernelOf(similarity, this.#settings.weighting) === "cosine" && minCommon === 1 && shrinkage === 0;
    if (isPlainCosine && keep < rowCount && !isCandidate)
      return (accelerated("highestCosines") ?? highestCosines)(this.#rows, keep, onRow);
    const every = keep < rowCount ? collectHighest(rowCount, keep) : collectAll(rowCount);
    const collector = isCandidate ? onlyCandidates(every, isCandidate) : every;
    allSimilarities(this.#measure(), this.#rows, collector, onRow);
    return collector.rows();
  }

  /** The similarity of one row with every row, NaN where undefined. */
  of(row: number): Float64Array {
    return this.#with(rowOf(this.#rows, row));
  }

  /** The similarity of a new user with every user, if users are the rows; NaN where undefined. */
  ofNewUser(itemIndices: Int32Array, values: Float64Array): Float64Array {
    const offset = this.#centering?.newUser(itemIndices, values).offset ?? 0;
    const weighted = this.#weighting?.row({ indices: itemIndices, values }) ?? values;
    const compared = weighted.map((value, k) => {
      const item = itemIndices[k];
      const residual = value - offset - (this.#centering?.columnOffsets[item] ?? 0);
      return residual * (this.#columnScales?.[item] ?? 1);
    });
    return this.#with({ indices: itemIndices, values: compared });
  }

  /** The similarity of a row of centred ratings with every row. */
  #with(row: SparseRow): Float64Array {
    this.#columns ??= transpose(this.#rows);
    return similaritiesOfRow(this.#measure(), row, this.#rows, this.#columns);
  }

  #measure(): SimilarityMeasure {
    const { similarity, weighting, minCommon, shrinkage } = this.#settings;
    const sampleCorrection = sampleCorrectionOf(similarity);
    return { name: kernelOf(similarity, weighting), minCommon, shrinkage, sampleCorrection };
  }

  /** The number of common columns of two rows, and their distance if the similarity is one. */
  pair(x: number, y: number): Pick<Similarity, "common" | "distance"> {
    const { starts, indices, values } = this.#rows;
    const own = this.#byColumn(x);
    let common = 0;
    let squares = 0;
    for (let k = starts[y]; k < starts[y + 1]; k++) {
      const value = own[indices[k]];
      if (Number.isNaN(value)) continue;
      common++;
      squares += (value - values[k]) ** 2;
    }
    return commonAndDistance(this.#settings.similarity, common, squares);
  }

  #byColumn(row: number): Float64Array {
    if (this.#last?.row === row) return this.#last.values;
    if (this.#last) clearRow(this.#rows, this.#last.row, this.#last.values);
    const values = denseRow(this.#rows, row, this.#last?.values);
    this.#last = { row, values };
    return values;
  }
}
