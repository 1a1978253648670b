import type { Feedback } from "../../ratings/feedback.js";
import { foldRows } from "../../ratings/fold-rows.js";
import { partOf } from "../../ratings/part-of.js";
import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { ItemTag } from "../content/genre-content.js";
import { type DatedItems, FactsById, ItemFacts } from "../content/item-facts.js";
import { checkFeatures } from "../content/side-features.js";
import { checkRatings } from "../contract/check-ratings.js";
import { checkedModels } from "../contract/members.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedArray,
  type SavedModel,
  type Timestamps,
} from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";
import { Blend, changeRows, FittedBlend, fillMissing } from "../ensembles/blend.js";
import { otherRows } from "../ensembles/out-of-fold.js";
import { restoredSide, sideState } from "../machines/saved-side.js";
import { type IndexedSide, type SideData, sideOf } from "../machines/side-columns.js";
import { BoostedTrees, type FittedBoostedTrees } from "../trees/boosted-trees.js";
import { FeatureTable } from "../trees/feature-table.js";
import {
  HYBRID_SETTINGS,
  type HybridOptions,
  type HybridSettings,
  hybridSettings,
} from "./hybrid-settings.js";
import { baseScores, predictionColumns, predictionNames } from "./prediction-columns.js";
import { FeatureMaker, type FeatureMakerOptions, type IndexedPairs } from "./rating-features.js";

/**
 * A hybrid of models, ratings and metadata: boosted trees on features of a user and an item, which
 * are the scores of the models, statistics of the ratings ({@link ratingFeatures}) and metadata of
 * the item.
 *
 *     score = the blend of the models + trees(features, the models' scores, the blend)
 *
 * No feature leaks the rating to predict: the models' scores are out-of-fold predictions, as in
 * {@link Blend}, and the statistics of each fold are made from the ratings of the other folds.
 * Leaving out only the rating itself would leak it: the mean of the others is lower where it is
 * high.
 *
 * Scores all items that `of` was given, with or without ratings. For unknown users and items
 * `partialScore` is the prediction for features that are NaN. `explain` has the contributions of
 * the blend, and adds the trees' prediction to the base; `trees.importance()` of the fitted model
 * is the importance of the features.
 *
 * Fits in the time of the blend plus that of {@link BoostedTrees}, with 8 bytes per rating and
 * feature.
 *
 * Töscher, Jahrer and Bell, The BigChaos solution to the Netflix Grand Prize, 2009 (blends by
 * boosted trees).
 *
 * @example
 * const options = { folds: 2, trees: { trees: 5 } };
 * const hybrid = new Hybrid([new Baseline()], options).of(movies).fit(ratings);
 * hybrid.trees.importance()[0].share > 0; // true
 */
export class Hybrid implements Model<FittedHybrid> {
  static readonly kind = "Hybrid";
  static readonly settings = HYBRID_SETTINGS;
  readonly name = Hybrid.kind;
  readonly settings: Readonly<HybridSettings>;
  readonly #models: readonly Model[];

  /**
   * @param models whose scores are features; all of them estimate ratings
   * @param options or the `settings` of another hybrid, whose models and features are passed over
   */
  constructor(models: readonly Model[] = [], options: Partial<HybridOptions> = {}) {
    this.#models = checkedModels(this.name, models, 0);
    this.settings = hybridSettings(models, options);
  }

  /**
   * The model of these items: it takes their genres, years and numbers of tags as features. Or the
   * model with {@link SideFeatures} of users, items or both: each number and each category is a
   * feature.
   *
   * @throws RangeError for an item that comes twice, and for neither items nor side data.
   */
  of(items: DatedItems | SideData, tags: Iterable<ItemTag> = []): Model<FittedHybrid> {
    if (!isList(items)) checkFeatures(this.name, { users: items?.users, items: items?.items });
    const known = isList(items) ? new FactsById(items, tags) : items;
    const features =
      known instanceof FactsById
        ? { genres: known.genres }
        : { userFeatures: known.users?.groups ?? [], itemFeatures: known.items?.groups ?? [] };
    const settings = Object.freeze({ ...this.settings, ...features });
    const fit = (ratings: Ratings, task: TaskOptions = {}) => this.#fit(ratings, settings, known, task);
    return Object.freeze({ name: this.name, settings, fit });
  }

  /**
   * @throws RangeError as {@link Blend} and {@link BoostedTrees}, and for more folds than ratings.
   */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedHybrid {
    return this.#fit(ratings, this.settings, {}, task);
  }

  /** Version 0.1 called the number of trees `iterations`. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return { ...settings, trees: BoostedTrees.upgrade(settings.trees as Readonly<Record<string, unknown>>) };
  }

  static restore(saved: SavedModel): FittedHybrid {
    const [blend, ...more] = saved.parts;
    if (more.length > 0 || !(blend === undefined || blend instanceof FittedBlend))
      throw invalidModelError("the models of its Hybrid are not one Blend");
    const { genres = [], userFeatures, itemFeatures } = saved.settings as Partial<HybridSettings>;
    const features = userFeatures || itemFeatures ? { userFeatures, itemFeatures } : {};
    const settings = Object.freeze({
      ...hybridSettings(blend?.models ?? [], saved.settings),
      genres,
      ...features,
    });
    // Two features for each neighbour: checked before as many names are made.
    if (2 * settings.neighbors > (saved.arrays.gains?.length ?? 0))
      throw invalidModelError("its trees do not fit together");
    const facts = saved.arrays["fact.starts"] && ItemFacts.restore(saved, genres, saved.items.size);
    const side = {
      itemIds: saved.items,
      users: restoredSide(saved, "users", userFeatures, saved.ratings.users.size),
      items: restoredSide(saved, "items", itemFeatures, saved.items.size),
    };
    const maker = makerOf(saved.ratings, settings, saved.ratings.mean, { facts, side });
    const names = [...maker.names, ...(blend ? predictionNames(blend.models) : [])];
    const trees = BoostedTrees.restore({ settings: settings.trees, arrays: saved.arrays, names });
    return new FittedHybrid(saved.ratings, settings, { blend, facts, side, maker, trees });
  }

  #fit(
    ratings: Ratings,
    settings: Readonly<HybridSettings>,
    known: FactsById | SideData,
    task: TaskOptions,
  ): FittedHybrid {
    checkRatings(this.name, ratings);
    const { residual, foldByFold } = settings;
    const stage = (from: number, to: number): TaskOptions => ({
      signal: task.signal,
      onProgress: ({ done, total }) =>
        reportProgress(task, { done: from + ((to - from) * done) / total, total: 10 }),
    });
    const isFacts = known instanceof FactsById;
    const side = isFacts ? { itemIds: known.itemsWith(ratings) } : sideOf(ratings, known);
    const facts = isFacts ? known.at(side.itemIds) : undefined;
    const maker = makerOf(ratings, settings, ratings.mean, { facts, side });
    const targets = ratings.values.slice();
    let blend: FittedBlend | undefined;
    let predictions = {};
    if (this.#models.length > 0) {
      const { folds, seed, generator } = settings;
      const blended = new Blend(this.#models, { folds, seed, generator }).fitOutOfFold(ratings, stage(0, 8));
      blend = blended.fitted;
      predictions = predictionColumns(blend, blended.columns);
      const base = baseScores(predictions, ratings.mean);
      if (residual) for (const [row, score] of base.entries()) targets[row] -= score;
    }
    const features = foldByFold
      ? featuresByFold(ratings, settings, { facts, side }, stage(8, 9))
      : maker.table(ratings);
    const trees = new BoostedTrees(settings.trees).fit(features.with(predictions), targets, stage(9, 10));
    return new FittedHybrid(ratings, settings, { blend, facts, side, maker, trees });
  }
}

function isList(items: DatedItems | SideData): items is DatedItems {
  return Symbol.iterator in Object(items);
}

/** Features of all ratings, those of each fold from the ratings of the others. */
function featuresByFold(
  ratings: Ratings,
  settings: HybridSettings,
  known: Pick<FeatureMakerOptions, "facts" | "side">,
  task: TaskOptions,
): FeatureTable {
  let names: readonly string[] = [];
  let values = new Float64Array(0);
  const parts = foldRows(ratings.count, settings);
  for (const [fold, rows] of parts.entries()) {
    reportProgress(task, { done: fold, total: parts.length });
    const others = partOf(ratings, otherRows(rows, ratings.count));
    const table = makerOf(others, settings, ratings.mean, known).table(partOf(ratings, rows));
    if (fold === 0) values = new Float64Array(ratings.count * table.names.length);
    names = table.names;
    for (const [k, row] of rows.entries()) values.set(table.row(k), row * names.length);
  }
  return new FeatureTable({ values, names });
}

function makerOf(
  ratings: Feedback,
  { neighbors }: HybridSettings,
  mean: number,
  known: Pick<FeatureMakerOptions, "facts" | "side">,
): FeatureMaker {
  return new FeatureMaker(ratings, { mean, neighbors, leaveOut: true, ...known });
}

/** Parts of a {@link FittedHybrid}. */
export interface HybridParts {
  /** The blend of the models; undefined without models. */
  readonly blend: FittedBlend | undefined;
  readonly facts: ItemFacts | undefined;
  readonly side: IndexedSide;
  readonly maker: FeatureMaker;
  readonly trees: FittedBoostedTrees;
}

/** A fitted {@link Hybrid}. */
export class FittedHybrid extends FittedModel {
  readonly name = Hybrid.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<HybridSettings>;
  /** The fitted models and their weights; undefined without models. */
  readonly blend: FittedBlend | undefined;
  /** The fitted trees; `trees.importance()` is the importance of the features. */
  readonly trees: FittedBoostedTrees;
  readonly #facts: ItemFacts | undefined;
  readonly #side: IndexedSide;
  readonly #maker: FeatureMaker;

  constructor(
    ratings: Feedback,
    settings: Readonly<HybridSettings>,
    { blend, facts, side, maker, trees }: HybridParts,
  ) {
    super(ratings, side.itemIds);
    this.settings = settings;
    this.blend = blend;
    this.trees = trees;
    this.#facts = facts;
    this.#side = side;
    this.#maker = maker;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Hybrid;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    into.set(this.#scores(this.#allItems(userIndex)));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    into.set(this.#scores(this.#allItems(history.userIndex), history));
  }

  override scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    timestamps?: Timestamps,
  ): void {
    into.set(this.#scores({ userIndices, itemIndices, timestamps }));
    for (let k = 0; k < into.length; k++) {
      if (userIndices[k] < 0 || itemIndices[k] < 0) into[k] = Number.NaN;
    }
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#scores(pairOf(userIndex, itemIndex))[0];
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.scoreItem(userIndex, itemIndex);
  }

  state(): Record<string, SavedArray> {
    const { users, items } = this.#side;
    const side = { ...sideState("users", users), ...sideState("items", items) };
    return { ...this.trees.state(), ...this.#facts?.state(), ...side };
  }

  override parts(): readonly FittedModel[] {
    return this.blend ? [this.blend] : [];
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const score = this.#scores(pairOf(history.userIndex, itemIndex), history)[0];
    const isBlended = this.settings.residual && this.blend && itemIndex < this.blend.items.size;
    const { contributions } = isBlended ? this.blend.explainFor(history, itemIndex) : { contributions: [] };
    const shares = contributions.reduce((sum, { share }) => sum + share, 0);
    return Number.isNaN(shares)
      ? { base: score, contributions: [] }
      : { base: score - shares, contributions };
  }

  #allItems(userIndex: number): IndexedPairs {
    const itemIndices = Int32Array.from(this.items.ids, (_, item) => item);
    return { userIndices: new Int32Array(itemIndices.length).fill(userIndex), itemIndices };
  }

  /** Scores of pairs, -1 being an unknown index; with a `history`, of the user of that history. */
  #scores(pairs: IndexedPairs, history?: History): Float64Array {
    const { blend, ratings, settings } = this;
    const features = this.#maker.table(pairs, history);
    if (!blend) return this.trees.predictMany(features);
    const predictions = predictionColumns(blend, this.#columns(blend, pairs, history));
    const scores = this.trees.predictMany(features.with(predictions));
    if (!settings.residual) return scores;
    const base = baseScores(predictions, ratings.mean);
    return scores.map((score, k) => score + base[k]);
  }

  /** The scores of the blend's models; their partial scores where no model has a score. */
  #columns(
    blend: FittedBlend,
    { userIndices, itemIndices, timestamps }: IndexedPairs,
    history?: History,
  ): Float64Array[] {
    const { size } = blend.items;
    const known = itemIndices.map((item) => (item < size ? item : -1));
    const columns = history
      ? blend
          .columnsFor(history)
          .map((column) => Float64Array.from(known, (item) => column[item] ?? Number.NaN))
      : blend.columnsOfPairs(userIndices, known, timestamps);
    changeRows(columns, (scores, k) => {
      if (!scores.every(Number.isNaN)) return;
      for (const [place, model] of blend.models.entries())
        scores[place] = model.partialScore(userIndices[k], known[k]);
      fillMissing(scores);
    });
    return columns;
  }
}

function pairOf(userIndex: number, itemIndex: number): IndexedPairs {
  return { userIndices: Int32Array.of(userIndex), itemIndices: Int32Array.of(itemIndex) };
}
