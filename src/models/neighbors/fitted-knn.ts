import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
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
  declare readonly settings: Readonly<Settings>;
  declare readonly inStars: boolean;
  protected readonly rows: ComparedRows;
  /** The ratings that neighbours and scores are made from. */
  protected readonly interests: Feedback;
  protected readonly neighborhood: Neighborhood;

  constructor(ratings: Feedback, settings: Readonly<Settings>, { rows, similarities }: ComparedSimilarities) {
    super(ratings);
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.rows = rows;
    this.interests = rows.ratings;
    this.neighborhood = new Neighborhood(similarities, rows.centerings.of(settings.center), settings);
  }

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.neighborhood.similarities);
  }
}
