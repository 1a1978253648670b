import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import type { SimilarItem } from "../contract/model.js";
import { ComparedRows } from "./compared-rows.js";
import { type KnnSettings, knnFields, SIMILARITIES } from "./knn-settings.js";

/** Made when asked for, so that a page that does not correlate items bundles none of it. */
function declaredSettings() {
  const { minCommon, shrinkage, keep } = knnFields;
  return defineSettings({
    /** How items are compared. */
    similarity: choice(SIMILARITIES, { default: "pearson" }),
    minCommon,
    shrinkage,
    keep,
  });
}

/** Settings of {@link correlationsWith}. The default similarity is "pearson". */
export type CorrelationsOptions = Partial<Pick<KnnSettings, "similarity" | "minCommon" | "shrinkage">>;

/** The settings with their defaults, checked. */
export function correlationSettings(
  owner: string,
  options: CorrelationsOptions,
): SettingsOf<ReturnType<typeof declaredSettings>> {
  return declaredSettings().check(owner, options);
}

/**
 * The similarity of one item with every item, itself included, in the order of the items' index.
 * Items with an undefined similarity or fewer than `minCommon` common raters are left out. O(Σ over
 * its raters of their ratings).
 *
 * @throws RangeError for an unknown item
 *
 * @example
 * correlationsWith(ratings, 260, { minCommon: 100 }).length; // 43
 */
export function correlationsWith(
  ratings: Feedback,
  itemId: Id,
  options: CorrelationsOptions = {},
): SimilarItem[] {
  const itemIndex = ratings.items.indexOf(itemId);
  if (itemIndex < 0) {
    throw new RangeError(`item ${JSON.stringify(itemId)} is not among the ${ratings.items.size} rated items`);
  }
  const rows = new ComparedRows(ratings, "items", correlationSettings("correlationsWith", options));
  const similarities = rows.of(itemIndex);
  const defined = [...similarities.keys()].filter((other) => !Number.isNaN(similarities[other]));
  return defined.map((other) => ({
    itemId: ratings.items.idOf(other),
    similarity: similarities[other],
    ...rows.pair(itemIndex, other),
  }));
}
