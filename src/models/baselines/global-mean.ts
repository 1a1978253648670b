import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { checkRatings } from "../contract/check-ratings.js";
import { FittedItemScores } from "../contract/fitted-item-scores.js";
import type { Model, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";

/**
 * The mean of all ratings as the score of every item for every user: the simplest baseline. Fits in
 * O(ratings).
 *
 * @example
 * new GlobalMean().fit(ratings).predict(1, 50);
 */
export class GlobalMean implements Model<FittedItemScores> {
  static readonly kind = "GlobalMean";
  static readonly settings = defineSettings({});
  readonly name = GlobalMean.kind;
  readonly settings: SettingsOf<typeof GlobalMean.settings>;

  constructor(settings: Partial<SettingsOf<typeof GlobalMean.settings>> = {}) {
    this.settings = GlobalMean.settings.check(this.name, settings);
  }

  fit(ratings: Ratings): FittedItemScores {
    checkRatings(this.name, ratings);
    const scores = new Float64Array(ratings.items.size).fill(ratings.mean);
    return this.#fitted(ratings, scores);
  }

  static restore(saved: SavedModel): FittedItemScores {
    return new GlobalMean().#fitted(saved.ratings, savedNumbers(saved, "scores", saved.ratings.items.size));
  }

  #fitted(ratings: Feedback, scores: Float64Array): FittedItemScores {
    return new FittedItemScores(
      ratings,
      { kind: GlobalMean, settings: this.settings, inStars: true },
      scores,
    );
  }
}
