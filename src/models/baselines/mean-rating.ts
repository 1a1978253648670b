import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, wholeAtLeast } from "../../settings/settings.js";
import { FittedItemScores } from "../contract/fitted-item-scores.js";
import type { Model, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";

/** Settings of {@link MeanRating}. */
export interface MeanRatingSettings {
  /** How many ratings an item needs to be scored at all, from 1. @default 1 */
  readonly minRatings: number;
  /** How many ratings at the mean of all are added to each item, from 0. @default 5 */
  readonly damping: number;
}

/**
 * The item's mean rating, pulled towards the mean of all ratings:
 *
 *     score = (sum of the item's ratings + damping × mean) / (number of its ratings + damping)
 *
 * so that one perfect vote does not beat a hundred good ones. NaN for items with fewer than `minRatings`. Fits
 * in O(ratings).
 *
 * @example
 * new MeanRating({ damping: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class MeanRating implements Model<FittedItemScores> {
  static readonly kind = "MeanRating";
  readonly name = MeanRating.kind;
  readonly settings: Readonly<MeanRatingSettings>;

  constructor({ minRatings = 1, damping = 5 }: Partial<MeanRatingSettings> = {}) {
    this.settings = Object.freeze({
      minRatings: wholeAtLeast(1, { minRatings }),
      damping: atLeast(0, { damping }),
    });
  }

  fit(ratings: Ratings): FittedItemScores {
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

  static restore(saved: SavedModel): FittedItemScores {
    return new MeanRating(saved.settings).#fitted(
      saved.ratings,
      savedNumbers(saved, "scores", saved.ratings.items.size),
    );
  }

  #fitted(ratings: Ratings, scores: Float64Array): FittedItemScores {
    return new FittedItemScores(
      ratings,
      { kind: MeanRating, settings: this.settings, inStars: true },
      scores,
    );
  }
}
