import type { Ratings } from "../../ratings/ratings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { FittedModel } from "../contract/model.js";
import { stateOfRows } from "../contract/saved-model.js";
import type { ComparedRows, ComparedSimilarities } from "./compared-rows.js";
import type { KnnSettings } from "./knn-settings.js";
import { Neighborhood, type NeighborRatings } from "./neighborhood.js";

/**
 * A fitted model of nearest neighbours. Its rows, which are compared, are items for `ItemKnn` and
 * users for `UserKnn`; its columns are the others.
 */
export abstract class FittedKnn<Settings extends KnnSettings> extends FittedModel {
  readonly settings: Readonly<Settings>;
  readonly inStars: boolean;
  protected readonly rows: ComparedRows;
  protected readonly neighborhood: Neighborhood;

  constructor(ratings: Ratings, settings: Readonly<Settings>, { rows, similarities }: ComparedSimilarities) {
    super(ratings);
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.rows = rows;
    this.neighborhood = new Neighborhood(similarities, rows.centerings.of(settings.center), settings);
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.neighborhood.similarities);
  }

  /** The ratings of a column: those of the rows that may be neighbours. */
  protected columnRatings(columns: CsrMatrix, column: number): NeighborRatings {
    const { indices, values } = rowOf(columns, column);
    return { rows: indices, values, columnOffset: this.neighborhood.centering.columnOffsets[column] };
  }
}
