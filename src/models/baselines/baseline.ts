import { baselineByAls, baselineBySgd } from "../../kernels/factors/baseline.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, oneOf, wholeAtLeast } from "../../settings/settings.js";
import { type LongWork, report } from "../../task/long-work.js";
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
export interface BaselineSettings {
  /** How biases are found: "als" solves for one side at a time, "sgd" steps rating by rating. @default "als" */
  readonly optimizer: "als" | "sgd";
  /** How often all biases are gone through, from 1; 20 for "sgd" unless said otherwise. @default 10 */
  readonly iterations: number;
  /** For "als" and new people: a user's bias is pulled to 0 by as many ratings, from 0. @default 15 */
  readonly userRegularization: number;
  /** For "als": an item's bias is pulled to 0 by as many ratings, from 0. @default 10 */
  readonly itemRegularization: number;
  /** For "sgd": how large a step is, from 0. @default 0.005 */
  readonly learningRate: number;
  /** For "sgd": how strongly each step pulls to 0, from 0. @default 0.02 */
  readonly regularization: number;
}

/**
 * How generous a user is and how well an item is liked, beside the mean of all ratings:
 *
 *     score = mean + userBias + itemBias
 *
 * The defaults are those of Surprise's BaselineOnly. Fits in O(iterations × ratings). Koren, Factor in the Neighbors,
 * ACM TKDD 4 (1), 2010, section 2.1.
 *
 * @example
 * new Baseline().fit(ratings).predict(1, 50);
 */
export class Baseline implements Model<FittedBaseline> {
  static readonly kind = "Baseline";
  readonly name = Baseline.kind;
  readonly settings: Readonly<BaselineSettings>;

  constructor({
    optimizer = "als",
    iterations = optimizer === "sgd" ? 20 : 10,
    userRegularization = 15,
    itemRegularization = 10,
    learningRate = 0.005,
    regularization = 0.02,
  }: Partial<BaselineSettings> = {}) {
    this.settings = Object.freeze({
      optimizer: oneOf(["als", "sgd"], { optimizer }),
      iterations: wholeAtLeast(1, { iterations }),
      userRegularization: atLeast(0, { userRegularization }),
      itemRegularization: atLeast(0, { itemRegularization }),
      learningRate: atLeast(0, { learningRate }),
      regularization: atLeast(0, { regularization }),
    });
  }

  fit(ratings: Ratings, work: LongWork = {}): FittedBaseline {
    const { optimizer, iterations, learningRate, regularization } = this.settings;
    const { userRegularization, itemRegularization } = this.settings;
    const { byUser, byItem, mean } = ratings;
    const users = new Float64Array(ratings.users.size);
    const items = new Float64Array(ratings.items.size);
    for (let done = 0; done < iterations; done++) {
      report(work, { done, total: iterations });
      if (optimizer === "als") {
        baselineByAls(
          mean,
          byItem.starts,
          byItem.indices,
          byItem.values,
          byUser.starts,
          byUser.indices,
          byUser.values,
          itemRegularization,
          userRegularization,
          items,
          users,
        );
      } else {
        baselineBySgd(
          mean,
          byUser.starts,
          byUser.indices,
          byUser.values,
          learningRate,
          regularization,
          items,
          users,
        );
      }
    }
    report(work, { done: iterations, total: iterations });
    return new FittedBaseline(ratings, this.settings, { users, items });
  }

  static restore(saved: SavedModel): FittedBaseline {
    return new FittedBaseline(saved.ratings, new Baseline(saved.settings).settings, {
      users: savedNumbers(saved, "users", saved.ratings.users.size),
      items: savedNumbers(saved, "items", saved.ratings.items.size),
    });
  }
}

/** A fitted {@link Baseline}: the mean, and a bias of each user and item by index. */
export class FittedBaseline extends FittedModel {
  readonly name = Baseline.kind;
  readonly inStars = true;
  readonly settings: Readonly<BaselineSettings>;
  /** By user index, in stars. */
  readonly userBiases: Float64Array;
  /** By item index, in stars. */
  readonly itemBiases: Float64Array;

  constructor(
    ratings: Ratings,
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

  /** The bias of a person with this history: the sum of what is left of the ratings over their number + userRegularization. */
  userBias({ itemIndices, values }: History): number {
    const rests = values.map((value, k) => value - this.ratings.mean - this.itemBiases[itemIndices[k]]);
    const count = this.settings.userRegularization + values.length;
    return count === 0 ? 0 : rests.reduce((sum, rest) => sum + rest, 0) / count;
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
