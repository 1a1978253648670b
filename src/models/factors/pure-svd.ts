import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { rowOf } from "../../sparse/row-of.js";
import { columnNorms, truncatedSvd } from "../../sparse/truncated-svd.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { fitAgain } from "../contract/fit-again.js";
import type { Explanation, History, Model, ModelKind, SavedModel } from "../contract/model.js";
import { relevanceFields, relevantHistory, relevantPart } from "../contract/relevance.js";
import { FittedFactors, savedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";

/** Settings of {@link PureSvd}. */
export interface PureSvdSettings extends SettingsOf<typeof PureSvd.settings> {}

/**
 * The singular value decomposition of the whole rating matrix, in which a missing rating is 0,
 * truncated to the largest singular values:
 *
 *     score = Σ over the user's ratings: rating × (factors of the rated item · factors of the item)
 *
 * A missing rating is no rating of 0 stars, and still this ranks well: the score is high for items
 * that the user is likely to rate, and to rate high. It only ranks. Fits in O(iterations × (ratings
 * × factors + items × factors²)), with users in place of items where they are fewer. Cremonesi,
 * Koren and Turrin, Performance of recommender algorithms on top-n recommendation tasks, RecSys
 * 2010.
 *
 * @example
 * new PureSvd({ factors: 10 }).fit(ratings).recommend(1, { count: 3 });
 */
export class PureSvd implements Model<FittedPureSvd> {
  static readonly kind = "PureSvd";
  static readonly settings = defineSettings(
    {
      /**
       * Latent factors of a user or an item: singular vectors; those beyond the rank of the matrix
       * change nothing.
       */
      factors: integer({ min: 1, default: 20 }),
      /** Subspace iterations at most; about ten are enough. */
      iterations: integer({ min: 1, default: 100 }),
      /** Stops when the residual is at most this share of the largest squared singular value. */
      tolerance: number({ min: 0, default: 1e-8 }),
    },
    relevanceFields,
    randomFields,
  );
  readonly name = PureSvd.kind;
  readonly settings: PureSvdSettings;

  constructor(settings: Partial<PureSvdSettings> = {}) {
    this.settings = PureSvd.settings.check(this.name, settings);
  }

  fit(ratings: Feedback, task: TaskOptions = {}): FittedPureSvd {
    const { byUser, byItem, users, items } = relevantPart(ratings, this.settings);
    const { factors } = this.settings;
    const isTransposed = users.size < items.size;
    const svd = truncatedSvd(isTransposed ? byItem : byUser, factors, { ...this.settings, ...task });
    const { singularValues } = svd;
    const itemFactors = isTransposed
      ? svd.projections.map((part, k) => (part === 0 ? 0 : part / singularValues[k % factors]))
      : svd.rightVectors;
    const userFactors = new Float64Array(users.size * factors);
    for (let user = 0; user < users.size; user++) {
      const { indices, values } = rowOf(byUser, user);
      userFactors.set(projected(itemFactors, factors, indices, values), user * factors);
    }
    // A user without an interest has no scores.
    const userBiases = new Float64Array(users.size).map((_, user) =>
      byUser.rowLength(user) === 0 ? Number.NaN : 0,
    );
    const itemBiases = new Float64Array(items.size);
    const learned = { mean: 0, userBiases, itemBiases, userFactors, itemFactors };
    return new FittedPureSvd(ratings, this.settings, learned);
  }

  static restore(saved: SavedModel): FittedPureSvd {
    const { settings } = new PureSvd(saved.settings);
    return new FittedPureSvd(saved.ratings, settings, savedFactors(saved, settings.factors));
  }
}

/**
 * A fitted {@link PureSvd}: `learned.itemFactors` are the right singular vectors,
 * `learned.userFactors` the left ones × the singular values.
 */
export class FittedPureSvd extends FittedFactors {
  readonly name = PureSvd.kind;
  readonly inStars = false;
  declare readonly settings: Readonly<PureSvdSettings>;
  /** The largest singular values of the matrix, largest first; 0 from its rank on. */
  declare readonly singularValues: Float64Array;

  constructor(ratings: Feedback, settings: Readonly<PureSvdSettings>, learned: LearnedFactors) {
    super(ratings, learned, { biased: false, userBiased: false, regularization: () => 0 });
    this.settings = settings;
    this.singularValues = columnNorms(learned.userFactors, this.factors);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return PureSvd;
  }

  /** Fits again, because new items turn the singular vectors of all others. */
  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  /**
   * The factors of a user with this history: Σ rating × factors of the rated item. O(ratings ×
   * factors).
   */
  factorsOf(history: History): Float64Array {
    const { itemIndices, values } = relevantHistory(history, this.settings);
    return projected(this.learned.itemFactors, this.factors, itemIndices, values);
  }

  /**
   * The factors of a new user are computed as those of all users; NaN for a user without ratings.
   */
  override scoreItemsFor(history: History, into: Float64Array): void {
    if (relevantHistory(history, this.settings).itemIndices.length === 0) into.fill(Number.NaN);
    else this.scoreAll(0, this.factorsOf(history), into);
  }

  /** The contribution of each of the user's ratings, largest in absolute value first. */
  override explainFor(history: History, itemIndex: number): Explanation {
    const { itemIndices, values } = relevantHistory(history, this.settings);
    const { itemFactors } = this.learned;
    const item = itemFactors.subarray(itemIndex * this.factors, (itemIndex + 1) * this.factors);
    const contributions = Array.from(itemIndices, (rated, k) => {
      let dot = 0;
      for (let f = 0; f < this.factors; f++) dot += item[f] * itemFactors[rated * this.factors + f];
      return { itemId: this.items.idOf(rated), rating: values[k], share: values[k] * dot };
    });
    const base = itemIndices.length > 0 ? 0 : Number.NaN;
    return { base, contributions: contributions.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
  }
}

/** Σ rating × factors of the rated item. */
function projected(
  itemFactors: Float64Array,
  factors: number,
  itemIndices: Int32Array,
  values: Float64Array,
): Float64Array {
  const sums = new Float64Array(factors);
  for (let k = 0; k < itemIndices.length; k++) {
    const start = itemIndices[k] * factors;
    for (let f = 0; f < factors; f++) sums[f] += values[k] * itemFactors[start + f];
  }
  return sums;
}
