import { foldFields } from "../../ratings/fold-rows.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { nested } from "../../settings/nested.js";
import { integer } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { SideGroup } from "../content/side-features.js";
import { type Member, membersOf } from "../contract/members.js";
import type { Model } from "../contract/model.js";
import { BoostedTrees, type BoostedTreesSettings } from "../trees/boosted-trees.js";

/** Declared settings of `Hybrid`. */
export const HYBRID_SETTINGS = defineSettings(
  foldFields,
  {
    /** Ratings of similar users, and of similar items, that are features of a pair. */
    neighbors: integer({ min: 0, default: 5 }),
    /**
     * Whether features of a rating come from the ratings of other folds; if not, from all ratings
     * but itself, which leaks it.
     */
    foldByFold: boolean({ default: true }),
    /** Whether the trees learn the residuals of the blend, instead of the rating. */
    residual: boolean({ default: true }),
    /** Settings of the {@link BoostedTrees}. */
    trees: nested(BoostedTrees),
  },
  randomFields,
);

/** Settings of `Hybrid` as they are given. */
export type HybridOptions = Omit<SettingsOf<typeof HYBRID_SETTINGS>, "trees"> & {
  readonly trees: Partial<BoostedTreesSettings>;
};

/** Settings of `Hybrid`. */
export interface HybridSettings extends SettingsOf<typeof HYBRID_SETTINGS> {
  /** Names and settings of the models; there may be none. */
  readonly models: readonly Member[];
  /** All genres of the items, in alphabetical order; none before `of`. */
  readonly genres: readonly string[];
  /** The features of users and of items; none unless `of` was given side data. */
  readonly userFeatures?: readonly SideGroup[] | undefined;
  readonly itemFeatures?: readonly SideGroup[] | undefined;
}

/** The settings with their defaults; a RangeError for one that is invalid. */
export function hybridSettings(
  models: readonly Pick<Model, "name" | "settings">[],
  given: Partial<HybridOptions>,
): HybridSettings {
  const { models: known, genres, userFeatures, itemFeatures, ...options } = given as Partial<HybridSettings>;
  const settings = HYBRID_SETTINGS.check("Hybrid", known ? options : (given as Partial<HybridSettings>));
  return Object.freeze({ models: membersOf(models), ...settings, genres: Object.freeze([]) });
}
