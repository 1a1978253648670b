import { baselineByAls, baselineBySgd } from "../../kernels/factors/baseline.js";
import { sum } from "../../math/sum.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
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
import { savedNumbers } from "../contract/saved-model.js";

/** Settings of {@link Baseline}. */
export interface BaselineSettings extends SettingsOf<typeof Baseline.settings> {}

/**
 * The mean of all ratings, plus how far the user and the item deviate from it:
 *
 *     score = mean + userBias + itemBias
 *
 * Defaults are those of Surprise's BaselineOnly. Fits in O(iterations × ratings). Koren, Factor in
 * the neighbors, ACM TKDD 4 (1), 2010, section 2.1.
 *
 * @example
 * new Baseline().fit(ratings).predict(1, 50);
 */
export class Baseline implements Model<FittedBaseline> {
  static readonly kind = "Baseline";
  static readonly settings = defineSettings({
    /** How biases are fitted: by alternating least squares or by stochastic gradient descent. */
    optimizer: choice(["als", "sgd"], { default: "als" }),
    /** Passes over all ratings. */
    iterations: integer({ min: 1, default: 10, defaultFor: { optimizer: { sgd: 20 } } }),
    /** For "als" and for folding in users: λ in the penalty λ · b_u², summed over users. */
    userRegularization: number({ min: 0, default: 15 }),
    /** For "als": λ in the penalty λ · b_i², summed over items. */
    itemRegularization: number({ min: 0, default: 10 }),
    /** For "sgd": step size. */
    learningRate: number({ min: 0, default: 0.005 }),
    /** For "sgd": λ in the penalty λ · (b_u² + b_i²), summed over ratings. */
    regularization: number({ min: 0, default: 0.02 }),
  });
  readonly name = Baseline.kind;
  readonly settings: BaselineSettings;

  constructor(settings: Partial<BaselineSettings> = {}) {
    this.settings = Baseline.settings.check(this.name, settings);
  }

  fit(ratings: Ratings, task: TaskOptions = {}): FittedBaseline {
    checkRatings(this.name, ratings);
    const { optimizer, iterations, learningRate, regularization } = this.settings;
    const { userRegularization, itemRegularization } = this.settings;
    const { byUser, byItem, mean } = ratings;
    const users = new Float64Array(ratings.users.size);
    const items = new Float64Array(ratings.items.size);
    const biases = { mean, user: users, item: items };
    const penalties = { user: userRegularization, item: itemRegularization };
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      if (optimizer === "als") {
        baselineByAls(byItem, byUser, biases, penalties);
      } else {
        baselineBySgd(byUser, biases, { learningRate, regularization });
      }
    }
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedBaseline(ratings, this.settings, { users, items });
  }

  static restore(saved: SavedModel): FittedBaseline {
    return new FittedBaseline(saved.ratings, new Baseline(saved.settings).settings, {
      users: savedNumbers(saved, "users", saved.ratings.users.size),
      items: savedNumbers(saved, "items", saved.ratings.items.size),
    });
  }
}

/** A fitted {@link Baseline}. */
export class FittedBaseline extends FittedModel {
  readonly name = Baseline.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<BaselineSettings>;
  /** By user index, in stars. */
  readonly userBiases: Float64Array;
  /** By item index, in stars. */
  readonly itemBiases: Float64Array;

  constructor(
    ratings: Feedback,
    settings: Readonly<BaselineSettings>,
    biases: { users: Float64Array; items: Float64Array },
  ) {
    super(ratings);
    this.settings = settings;
    this.userBiases = biases.users;
    this.itemBiases = biases.items;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Baseline;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#addItems(this.userBiases[userIndex], into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#addItems(this.userBias(history), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.ratings.mean + this.userBiases[userIndex] + this.itemBiases[itemIndex];
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.ratings.mean + (this.userBiases[userIndex] ?? 0) + (this.itemBiases[itemIndex] ?? 0);
  }

  /**
   * The bias of a user with this history: Σ residuals / (number of ratings + userRegularization),
   * where residual = rating − mean − itemBias.
   */
  userBias({ itemIndices, values }: History): number {
    const residuals = values.map((value, k) => value - this.ratings.mean - this.itemBiases[itemIndices[k]]);
    const count = this.settings.userRegularization + values.length;
    return count === 0 ? 0 : sum(residuals) / count;
  }

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): { users: Float64Array; items: Float64Array } {
    return { users: this.userBiases.slice(), items: this.itemBiases.slice() };
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const userBias = this.userBiases[history.userIndex] ?? this.userBias(history);
    return { base: this.ratings.mean + userBias + this.itemBiases[itemIndex], contributions: [] };
  }

  #addItems(userBias: number, into: Float64Array): void {
    for (let item = 0; item < into.length; item++)
      into[item] = this.ratings.mean + userBias + this.itemBiases[item];
  }
}
