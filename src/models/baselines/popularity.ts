import type { Feedback } from "../../ratings/feedback.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { FittedItemScores } from "../contract/fitted-item-scores.js";
import type { Model, SavedModel } from "../contract/model.js";
import { relevanceFields } from "../contract/relevance.js";
import { savedNumbers } from "../contract/saved-model.js";

/**
 * The number of an item's ratings or interactions, whatever their values from `relevantFrom` on.
 * The score is a count, not stars. Fits in O(ratings).
 *
 * @example
 * new Popularity().fit(ratings).recommend(1, { count: 3 });
 */
export class Popularity implements Model<FittedItemScores<SettingsOf<typeof Popularity.settings>>> {
  static readonly kind = "Popularity";
  static readonly settings = defineSettings(relevanceFields);
  readonly name = Popularity.kind;
  readonly settings: SettingsOf<typeof Popularity.settings>;

  constructor(settings: Partial<SettingsOf<typeof Popularity.settings>> = {}) {
    this.settings = Popularity.settings.check(this.name, settings);
  }

  fit(ratings: Feedback): FittedItemScores<SettingsOf<typeof Popularity.settings>> {
    const scores = new Float64Array(ratings.items.size);
    const { itemIndices, values } = ratings;
    const { relevantFrom = Number.NEGATIVE_INFINITY } = this.settings;
    for (let row = 0; row < values.length; row++) {
      if (values[row] >= relevantFrom) scores[itemIndices[row]]++;
    }
    return this.#fitted(ratings, scores);
  }

  static restore(saved: SavedModel): FittedItemScores<SettingsOf<typeof Popularity.settings>> {
    return new Popularity(saved.settings).#fitted(
      saved.ratings,
      savedNumbers(saved, "scores", saved.ratings.items.size),
    );
  }

  #fitted(ratings: Feedback, scores: Float64Array): FittedItemScores<SettingsOf<typeof Popularity.settings>> {
    return new FittedItemScores(
      ratings,
      { kind: Popularity, settings: this.settings, inStars: false },
      scores,
    );
  }
}
