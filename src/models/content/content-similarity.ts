import type { Model, SavedModel } from "../contract/model.js";
import { contentVectors } from "./content-vectors.js";
import {
  CONTENT_SETTINGS,
  type ContentSettings,
  contentModel,
  contentSettings,
  type FittedContent,
  restoredContent,
} from "./fitted-content.js";
import { checkFeatures, type SideFeatures } from "./side-features.js";

/** Settings of {@link ContentSimilarity}. */
export interface ContentSimilaritySettings extends ContentSettings {}

/**
 * A content-based model: items are compared by their {@link SideFeatures}. The similarity of two
 * items is the cosine of their vectors, in which each known feature has the same weight:
 *
 *     similarity = Σ over features of both: similarity of the feature / √(features of a × of b)
 *
 * The similarity of a category is 1 or 0, that of a set the cosine of its members, which count
 * ln((1 + items) / (1 + items with the member)) + 1, and that of a number falls from 1 for equal
 * ones to 0 at a distance of one to two standard deviations. An item's score is the user's mean
 * rating, plus the mean deviation from it of the user's ratings of similar items, shrunk by
 * `damping`:
 *
 *     score = mean + Σ similarity × (rating − mean) / (Σ similarity + damping)
 *
 * over all items that the user rated. NaN where none of them is similar. Items without ratings have
 * scores too. With `aggregate: "sum"` the score is Σ similarity × rating, for data that shows what
 * users chose and not how they liked it.
 *
 * A user's profile is a weighted sum of the vectors of the rated items (Pazzani and Billsus,
 * Content-based recommendation systems, The Adaptive Web, 2007), so that all scores of a user take
 * O(features of the user's items + features of all items).
 *
 * @example
 * const items = SideFeatures.from([
 *   { id: 1, year: 1995, genres: ["Animation", "Comedy"] },
 *   { id: 2, year: 1995, genres: ["Adventure"] },
 * ]);
 * new ContentSimilarity({ damping: 2 }).of({ items }).fit(ratings).similarItems(1).length; // 1
 */
export class ContentSimilarity implements Model<FittedContent> {
  static readonly kind = "ContentSimilarity";
  static readonly settings = CONTENT_SETTINGS;
  readonly name = ContentSimilarity.kind;
  readonly settings: ContentSimilaritySettings;

  constructor(settings: Partial<ContentSimilaritySettings> = {}) {
    this.settings = contentSettings(this.name, settings);
  }

  /** @throws RangeError always: it needs the features that {@link of} takes */
  fit(): FittedContent {
    throw new RangeError(
      "ContentSimilarity has no features to compare; fit new ContentSimilarity().of({ items })",
    );
  }

  /**
   * The model with features of items, with or without ratings. O(features).
   *
   * @throws RangeError for items that are no `SideFeatures`
   */
  of(given: { readonly items: SideFeatures }): Model<FittedContent> {
    const items = given?.items;
    checkFeatures(this.name, { items });
    const model = { kind: ContentSimilarity, settings: this.settings };
    return contentModel(model, items.ids, contentVectors(items));
  }

  static restore(saved: SavedModel): FittedContent {
    const { settings } = new ContentSimilarity(saved.settings);
    return restoredContent({ kind: ContentSimilarity, settings }, saved);
  }
}
