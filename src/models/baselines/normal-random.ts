import { murmurHash } from "../../math/murmur-hash.js";
import { random } from "../../math/random.js";
import { populationDeviation } from "../../math/statistics.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { randomFields } from "../../settings/random-fields.js";
import { checkRatings } from "../contract/check-ratings.js";
import { fitAgain } from "../contract/fit-again.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type Pair,
  type SavedModel,
} from "../contract/model.js";

/** Settings of {@link NormalRandom}. */
export interface NormalRandomSettings extends SettingsOf<typeof NormalRandom.settings> {}

/**
 * Random scores with the mean and standard deviation of all ratings:
 *
 *     score = mean + √(Σ (rating − mean)² / n) × a standard normal number
 *
 * A model that does worse is broken. `predictMany` draws one number for each pair in their order:
 * with `generator: "numpy"`, the numbers of Surprise's NormalPredictor after
 * `np.random.seed(seed)`. All other methods seed the generator with a hash of seed, user and item,
 * so that a pair has the same score at each call. Fits in O(ratings).
 *
 * @example
 * new NormalRandom({ seed: 1 }).fit(ratings).predict(1, 50);
 */
export class NormalRandom implements Model<FittedNormalRandom> {
  static readonly kind = "NormalRandom";
  static readonly settings = defineSettings({}, randomFields);
  readonly name = NormalRandom.kind;
  readonly settings: NormalRandomSettings;

  constructor(settings: Partial<NormalRandomSettings> = {}) {
    this.settings = NormalRandom.settings.check(this.name, settings);
  }

  fit(ratings: Ratings): FittedNormalRandom {
    checkRatings(this.name, ratings);
    return new FittedNormalRandom(ratings, this.settings);
  }

  static restore(saved: SavedModel): FittedNormalRandom {
    return new FittedNormalRandom(saved.ratings, new NormalRandom(saved.settings).settings);
  }
}

/** A fitted {@link NormalRandom}. */
export class FittedNormalRandom extends FittedModel {
  readonly name = NormalRandom.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<NormalRandomSettings>;
  /** Of all ratings, in stars: the maximum likelihood estimate, which divides by their number. */
  readonly standardDeviation: number;

  constructor(ratings: Feedback, settings: Readonly<NormalRandomSettings>) {
    super(ratings);
    this.settings = settings;
    this.standardDeviation = populationDeviation(ratings.values, ratings.mean);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return NormalRandom;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    for (let item = 0; item < into.length; item++) into[item] = this.scoreItem(userIndex, item);
  }

  scoreItemsFor({ userIndex }: History, into: Float64Array): void {
    this.scoreItems(userIndex, into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const { seed, generator } = this.settings;
    const pair = Uint32Array.of(userIndex, itemIndex);
    return this.#spread(random({ seed: murmurHash(pair, { seed }), generator }).normal());
  }

  /** One draw for each pair in their order, also for unknown ids (−1), as Surprise does. */
  override scorePairs(_userIndices: Int32Array, _itemIndices: Int32Array, into: Float64Array): void {
    const generated = random(this.settings);
    for (let pair = 0; pair < into.length; pair++) into[pair] = this.#spread(generated.normal());
  }

  /**
   * One draw for each pair in their order: not the number that {@link predict} gives. NaN for
   * unknown ids, which use up a draw too.
   */
  override predictMany(pairs: Iterable<Pair>): Float64Array {
    const all = [...pairs];
    const isKnown = ({ userId, itemId }: Pair) => this.ratings.users.has(userId) && this.items.has(itemId);
    return super.predictMany(all).map((score, pair) => (isKnown(all[pair]) ? score : Number.NaN));
  }

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): Record<string, never> {
    return {};
  }

  explainFor({ userIndex }: History, itemIndex: number): Explanation {
    return { base: this.scoreItem(userIndex, itemIndex), contributions: [] };
  }

  #spread(normal: number): number {
    return this.ratings.mean + this.standardDeviation * normal;
  }
}
