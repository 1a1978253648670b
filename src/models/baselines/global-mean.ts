import type { Ratings } from "../../ratings/ratings.js";
import { ItemScores } from "../contract/item-scores.js";
import type { Model } from "../contract/model.js";
import { type SavedModel, savedNumbers } from "../contract/saved-model.js";

/**
 * The mean of all ratings, for everybody and everything: the least that another model must beat. Fits in O(ratings).
 *
 * @example
 * new GlobalMean().fit(ratings).predict(1, 50);
 */
export class GlobalMean implements Model<ItemScores> {
  readonly name = "GlobalMean";
  readonly settings = Object.freeze({});

  fit(ratings: Ratings): ItemScores {
    const scores = new Float64Array(ratings.items.size).fill(ratings.mean);
    return this.#fitted(ratings, scores);
  }

  static restore(saved: SavedModel): ItemScores {
    return new GlobalMean().#fitted(saved.ratings, savedNumbers(saved, "scores", saved.ratings.items.size));
  }

  #fitted(ratings: Ratings, scores: Float64Array): ItemScores {
    return new ItemScores(ratings, { name: this.name, settings: this.settings, inStars: true, scores });
  }
}
