import { random } from "../../math/random.js";
import type { FoldSettings } from "../../ratings/fold-rows.js";
import { wholeAtLeast } from "../../settings/settings.js";
import { type Member, membersOf } from "../contract/members.js";
import type { Model } from "../contract/model.js";
import { BoostedTrees, type BoostedTreesSettings } from "../trees/boosted-trees.js";

/** How `Hybrid` learns. */
export interface HybridOptions extends FoldSettings {
  /** How many similar users' and similar items' ratings are features, from 0. @default 5 */
  readonly neighbors: number;
  /** Whether the features of a rating are made from the other folds, instead of from all ratings but that one, which betray it. @default true */
  readonly foldByFold: boolean;
  /** Whether the trees learn what the blend of the models leaves over, instead of the rating itself. @default true */
  readonly residual: boolean;
  /** Settings of the trees, those of `BoostedTrees` where nothing is said. @default {} */
  readonly trees: Partial<BoostedTreesSettings>;
}

/** Settings of `Hybrid`. */
export interface HybridSettings extends HybridOptions {
  /** Names and settings of the models; there may be none. */
  readonly models: readonly Member[];
  readonly trees: Readonly<BoostedTreesSettings>;
  /** The genres that the items have, in alphabetical order; none before `of`. */
  readonly genres: readonly string[];
}

/** Settings that are checked; a RangeError names what is wrong. */
export function hybridSettings(
  models: readonly Pick<Model, "name" | "settings">[],
  {
    folds = 5,
    neighbors = 5,
    foldByFold = true,
    residual = true,
    trees = {},
    seed = 0,
    generator = "reelbook",
  }: Partial<HybridOptions>,
): Readonly<HybridSettings> {
  random({ seed, generator });
  return Object.freeze({
    models: models.length > 0 ? membersOf(models) : Object.freeze([]),
    folds: wholeAtLeast(2, { folds }),
    neighbors: wholeAtLeast(0, { neighbors }),
    foldByFold,
    residual,
    trees: new BoostedTrees(trees).settings,
    genres: Object.freeze([]),
    seed,
    generator,
  });
}
