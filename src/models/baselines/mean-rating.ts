import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { checkRatings } from "../contract/check-ratings.js";
import { FittedItemScores } from "../contract/fitted-item-scores.js";
import type { Model, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";

/** Settings of {@link MeanRating}. */
export interface MeanRatingSettings extends SettingsOf<typeof MeanRating.settings> {}

/**
 * The item's mean rating, shrunk towards the mean of all ratings:
 *
 *     score = (sum of the item's ratings + damping × mean) / (number of its ratings + damping)
 *
 * so that one perfect rating does not beat a hundred good ones. NaN for items with fewer than
 * `minRatings` ratings. Fits in O(ratings).
 *
 * @example
 * new MeanRating({ damping: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class MeanRating implements Model<FittedItemScores<MeanRatingSettings>> {
  static readonly kind = "MeanRating";
  static readonly settings = defineSettings({
    /** Items with fewer ratings get no score. */
    minRatings: integer({ min: 1, default: 1 }),
    /** Number of imaginary ratings at the global mean that are added to each item. */
    damping: number({ min: 0, default: 5 }),
  });
  readonly name = MeanRating.kind;
  readonly settings: MeanRatingSettings;

  constructor(settings: Partial<MeanRatingSettings> = {}) {
    this.settings = MeanRating.settings.check(this.name, settings);
  }

  fit(ratings: Ratings): FittedItemScores<MeanRatingSettings> {
    checkRatings(this.name, ratings);
    const { minRatings, damping } = this.settings;
    const { itemIndices, values } = ratings;
    const sums = new Float64Array(ratings.items.size);
    const counts = new Float64Array(ratings.items.size);
    for (let row = 0; row < values.length; row++) {
      sums[itemIndices[row]] += values[row];
      counts[itemIndices[row]]++;
    }
    const scores = sums.map((sum, item) =>
      counts[item] < minRatings ? Number.NaN : (sum + damping * ratings.mean) / (counts[item] + damping),
    );
    return this.#fitted(ratings, scores);
  }

  static restore(saved: SavedModel): FittedItemScores<MeanRatingSettings> {
    return new MeanRating(saved.settings).#fitted(
      saved.ratings,
      savedNumbers(saved, "scores", saved.ratings.items.size),
    );
  }

  #fitted(ratings: Feedback, scores: Float64Array): FittedItemScores<MeanRatingSettings> {
    return new FittedItemScores(
      ratings,
      { kind: MeanRating, settings: this.settings, inStars: true },
      scores,
    );
  }
}
