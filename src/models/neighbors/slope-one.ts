import { addDeviations, deviations } from "../../kernels/similarity/deviations.js";
import { mean } from "../../math/statistics.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer } from "../../settings/number.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { valueAt } from "../../sparse/value-at.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import { fitAgain } from "../contract/fit-again.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
} from "../contract/model.js";
import { savedSimilarities, stateOfRows } from "../contract/saved-model.js";

/** Settings of {@link SlopeOne}. */
export interface SlopeOneSettings extends SettingsOf<typeof SlopeOne.settings> {}

/**
 * The user's mean plus the mean deviation of the item from the user's other items:
 *
 *     score = the user's mean + Σ deviation[item, rated] / n
 *
 * over the n of them that have common raters with the item. The deviation of two items is the mean
 * difference of their ratings by users who rated both. NaN for a user without ratings. Surprise's
 * SlopeOne gives the same with whole ratings, and truncates others.
 *
 * Fits in O(Σ over users of their ratings² + items²), with 24 bytes for each pair of items with
 * common raters: 24 MB for ML-100K, 316 MB for ml-latest-small. Lemire and Maclachlan, Slope One
 * predictors for online rating-based collaborative filtering, SDM 2005.
 *
 * @example
 * new SlopeOne().fit(ratings.withAtLeast({ perItem: 50 })).predict(1, 50);
 */
export class SlopeOne implements Model<FittedSlopeOne> {
  static readonly kind = "SlopeOne";
  static readonly settings = defineSettings({
    /** Fewest users who rated both items for a deviation to count. */
    minCommon: integer({ min: 1, default: 1 }),
  });
  readonly name = SlopeOne.kind;
  readonly settings: SlopeOneSettings;

  constructor(settings: Partial<SlopeOneSettings> = {}) {
    this.settings = SlopeOne.settings.check(this.name, settings);
  }

  fit(ratings: Ratings, task: TaskOptions = {}): FittedSlopeOne {
    checkRatings(this.name, ratings);
    const total = ratings.items.size;
    const onRow = (done: number) => reportProgress(task, { done, total });
    const learned = deviations(ratings.byItem, this.settings.minCommon, onRow);
    return new FittedSlopeOne(ratings, this.settings, learned);
  }

  static restore(saved: SavedModel): FittedSlopeOne {
    const { settings } = new SlopeOne(saved.settings);
    return new FittedSlopeOne(saved.ratings, settings, savedSimilarities(saved, saved.ratings.items.size));
  }
}

/** A fitted {@link SlopeOne}. */
export class FittedSlopeOne extends FittedModel {
  readonly name = SlopeOne.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<SlopeOneSettings>;
  readonly #deviations: CsrMatrix;

  constructor(ratings: Feedback, settings: Readonly<SlopeOneSettings>, learned: CsrMatrix) {
    super(ratings);
    this.settings = settings;
    this.#deviations = learned;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return SlopeOne;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const { rated, mean } = this.#ofUser(userIndex);
    this.#addAll(rated, mean, into);
  }

  scoreItemsFor({ itemIndices, values }: History, into: Float64Array): void {
    this.#addAll(itemIndices, mean(values), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const { rated, mean } = this.#ofUser(userIndex);
    return this.#score(rated, mean, (other) => valueAt(this.#deviations, itemIndex, other));
  }

  /**
   * Item by item: an item's dense deviations are shared by all of its pairs. O(pairs × ratings of
   * their users).
   */
  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    let last = -1;
    let dense: Float64Array = new Float64Array(0);
    for (const pair of pairsByRow(itemIndices, this.items.size)) {
      const [userIndex, itemIndex] = [userIndices[pair], itemIndices[pair]];
      into[pair] = Number.NaN;
      if (userIndex < 0 || itemIndex < 0) continue;
      if (itemIndex !== last) {
        dense = denseRow(this.#deviations, itemIndex);
        last = itemIndex;
      }
      const { rated, mean } = this.#ofUser(userIndex);
      into[pair] = this.#score(rated, mean, (other) => dense[other]);
    }
  }

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.#deviations);
  }

  /** The deviations from the rated items, those that change the score most first. */
  explainFor({ itemIndices, values }: History, itemIndex: number): Explanation {
    const found = Array.from(itemIndices, (rated, k) => ({
      itemId: this.items.idOf(rated),
      rating: values[k],
      share: valueAt(this.#deviations, itemIndex, rated),
    })).filter(({ share }) => !Number.isNaN(share));
    const contributions = found.map((each) => ({ ...each, share: each.share / found.length }));
    contributions.sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
    return { base: mean(values), contributions };
  }

  #ofUser(userIndex: number): { rated: Int32Array; mean: number } {
    const { indices, values } = rowOf(this.ratings.byUser, userIndex);
    return { rated: indices, mean: mean(values) };
  }

  #score(rated: Int32Array, mean: number, deviationFrom: (other: number) => number): number {
    let sum = 0;
    let count = 0;
    for (let k = 0; k < rated.length; k++) {
      const deviation = deviationFrom(rated[k]);
      if (Number.isNaN(deviation)) continue;
      sum += deviation;
      count++;
    }
    return count === 0 ? mean : mean + sum / count;
  }

  #addAll(rated: Int32Array, mean: number, into: Float64Array): void {
    addDeviations(rated, mean, this.#deviations, into);
  }
}
