import type { Rating } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import { fitAgain } from "../contract/fit-again.js";
import { FittedModel } from "../contract/model.js";
import { stateOfRows } from "../contract/saved-model.js";
import type { ComparedRows, ComparedSimilarities } from "./compared-rows.js";
import type { KnnSettings } from "./knn-settings.js";
import { Neighborhood } from "./neighborhood.js";

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

  override update(more: Iterable<Rating>): this {
    return fitAgain(this, more);
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.neighborhood.similarities);
  }
}
