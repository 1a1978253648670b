import { writePairScores, writeRowScores } from "../../kernels/machines/row-scores.js";
import { random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { timestampColumn } from "../../ratings/timestamp.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, optionalInteger } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { rowOf } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { SideGroup } from "../content/side-features.js";
import { checkRatings } from "../contract/check-ratings.js";
import {
  type Contribution,
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type Pair,
  type SavedArray,
  type SavedModel,
  type Timestamps,
} from "../contract/model.js";
import { dateBlock } from "./dates/date-block.js";
import { datedPairs } from "./dates/dated-pairs.js";
import { DatedRows, dateRows, type RowTable } from "./dates/dated-rows.js";
import { type DatePlace, RatingDates } from "./dates/rating-dates.js";
import { foldInUser } from "./fold-in-user.js";
import { GibbsSampler } from "./gibbs-sampler.js";
import {
  checkedMachineFeatures,
  type MachineFeatures,
  type MachineSide,
  machineBlocks,
  machineSide,
} from "./machine-design.js";
import { MachineSamples } from "./machine-samples.js";
import { machineTask } from "./machine-task.js";
import type { RatingLink } from "./rating-link.js";
import type { RelationBlock } from "./relation-block.js";
import { SampledRows } from "./sampled-rows.js";
import { restoredSide, sideState } from "./saved-side.js";

/** Settings of {@link FactorizationMachine}. */
export interface FactorizationMachineSettings extends SettingsOf<typeof FactorizationMachine.settings> {}

/** Settings of a {@link FactorizationMachine} with side data or dates. */
export interface MachineSettings extends FactorizationMachineSettings {
  /** The features of users; none without {@link FactorizationMachine.of}. */
  readonly userFeatures?: readonly SideGroup[];
  readonly itemFeatures?: readonly SideGroup[];
  /** Whether dates are features; true or left out. */
  readonly dates?: true;
}

/** When a user rates an item: a Date, or seconds since 1970 (UTC). */
export type RatingDate = Pick<Pair, "timestamp">;

/**
 * A Bayesian factorization machine: linear regression on features of the user and the item, with an
 * interaction for each pair of features, which is the product of their factors.
 *
 *     score = mean + bias + Σ w_j x_j + Σ over pairs j < k of (v_j · v_k) x_j x_k
 *
 * The features are the ids of user and item and their histories: the n items that the user has
 * rated, each with x = n^-½, and in the same way the users who have rated the item. All parameters,
 * the strength of regularization included, are drawn again and again from their distribution given
 * the ratings, by Gibbs sampling. A prediction is the mean over the samples that are kept. So there
 * is no regularization to choose, and no iteration at which to stop.
 *
 * With `task: "ordered-probit"` a rating is a class: it depends on which cut points the score plus
 * noise lies between, and these are drawn too. The classes are the ratings that occur; a prediction
 * is their mean, weighted by their probabilities.
 *
 * Fits in O(iterations × ratings × factors), and keeps 4 bytes × samples × 3 × (users + items) ×
 * (factors + 1). Scores in O(samples × factors).
 *
 * S. Rendle, Factorization machines with libFM, ACM TIST 3 (2012); S. Rendle, L. Zhang and Y.
 * Koren, On the difficulty of evaluating baselines, 2019 (histories as features). Reference:
 * src/reference/factorization-machine.ts.
 *
 * @example
 * const machine = new FactorizationMachine({ factors: 2, iterations: 20 }).fit(ratings);
 * const { low, high } = machine.predictWithInterval(1, 50);
 */
export class FactorizationMachine implements Model<FittedFactorizationMachine> {
  static readonly kind = "FactorizationMachine";
  static readonly settings = defineSettings(
    {
      /** Whether ratings are scores plus normal noise, or classes in an order. */
      task: choice(["regression", "ordered-probit"], { default: "regression" }),
      /** Latent factors of a feature. */
      factors: integer({ min: 1, default: 10 }),
      /** Sweeps of Gibbs sampling: times that all parameters are drawn. */
      iterations: integer({ min: 1, default: 200 }),
      /** Sweeps at the start that are not kept; by default a tenth of all. */
      burnIn: optionalInteger({ min: 0 }),
      /** Most samples that are kept, evenly spaced over the sweeps after `burnIn`. */
      samples: integer({ min: 1, default: 100 }),
    },
    randomFields,
  );
  readonly name = FactorizationMachine.kind;
  readonly settings: FactorizationMachineSettings;

  /**
   * @param settings or those of another machine, whose side data and dates are passed over: give
   *   them to {@link of}
   * @throws RangeError for an invalid setting, and if `burnIn` is not below `iterations`.
   */
  constructor(settings: Partial<FactorizationMachineSettings> = {}) {
    this.settings = FactorizationMachine.settings.check(this.name, ownSettings(settings));
    const { iterations, burnIn = 0 } = this.settings;
    if (burnIn >= iterations) {
      throw new RangeError(
        `burnIn: ${burnIn} of ${iterations} iterations keeps no sample; lower burnIn or raise iterations`,
      );
    }
  }

  /** @throws RangeError for an ordered probit of ratings with one value, or more than 100. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedFactorizationMachine {
    return this.#fit(ratings, this.settings, {}, task);
  }

  /**
   * The model with side data of users, items or both, as further features: each is a group of
   * columns with priors of its own. It scores all items that have side data, with or without
   * ratings. Memory and time grow with the number of columns.
   *
   * With `dates` the date of a rating has two features: its day (UTC), and the whole hours since
   * the user's first rating. Each day and each number of hours has a column. A prediction depends
   * on the date then, which is the `timestamp` of a pair, as in `predict(1, 50, { timestamp })` and
   * `predictMany(test)`; `evaluateRatings` takes that of the test row. Without one, and in lists,
   * it is the date of the user's last rating. A day without ratings counts as the mean of days, and
   * so do hours; a new user whose ratings have no timestamps has both means. The error of
   * predictions at the test rows' own dates does not compare with that of models that do not get
   * them: when a user rates says something about the rating.
   *
   * @throws RangeError for side data that is not `SideFeatures`, an unknown name, and `dates` that
   *   is neither true nor false; `fit` throws one for dates if a rating has no timestamp
   * @example
   * const items = SideFeatures.from([{ id: 50, year: 1977, genres: ["Action", "Sci-Fi"] }]);
   * const machine = new FactorizationMachine({ factors: 2, iterations: 20 }).of({ items });
   * machine.fit(ratings).predict(1, 50);
   */
  of(given: MachineFeatures): Model<FittedFactorizationMachine> {
    const { users, items, dates } = checkedMachineFeatures(this.name, given);
    const features = { userFeatures: users?.groups ?? [], itemFeatures: items?.groups ?? [] };
    const settings: MachineSettings = Object.freeze({
      ...this.settings,
      ...features,
      ...(dates && { dates }),
    });
    const fit = (ratings: Ratings, task: TaskOptions = {}) =>
      this.#fit(ratings, settings, { users, items, dates }, task);
    return Object.freeze({ name: this.name, settings, fit });
  }

  #fit(
    ratings: Ratings,
    settings: MachineSettings,
    features: MachineFeatures,
    task: TaskOptions,
  ): FittedFactorizationMachine {
    checkRatings(this.name, ratings);
    const side = machineSide(ratings, features);
    const { factors, iterations } = settings;
    const { userIndices, itemIndices } = ratings;
    const blocks = machineBlocks(ratings, side);
    const { targets, cuts } = machineTask(ratings, settings.task);
    const rowsOfRatings = [userIndices, itemIndices, ...(side.dates ? [side.dates.rowOfRating] : [])];
    const sampler = new GibbsSampler(
      { blocks, rowsOfRatings, targets: targets() },
      factors,
      random(settings),
    );
    const first = burnInOf(settings);
    const count = sampleCount(settings);
    const samples = MachineSamples.empty({ ...columnsOf(blocks), factors, cuts }, count);
    for (let done = 0, kept = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      sampler.sweep();
      if ((done + 1 - first) * count >= (kept + 1) * (iterations - first)) samples.write(kept++, sampler);
    }
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedFactorizationMachine(ratings, settings, samples, side);
  }

  static restore(saved: SavedModel): FittedFactorizationMachine {
    const { userFeatures, itemFeatures, dates } = saved.settings as MachineSettings;
    const { settings: checked } = new FactorizationMachine(saved.settings);
    const hasSide = userFeatures !== undefined || itemFeatures !== undefined;
    const features = { userFeatures, itemFeatures, ...(dates && { dates }) };
    const settings = hasSide ? Object.freeze({ ...checked, ...features }) : checked;
    const side = {
      itemIds: saved.items,
      users: restoredSide(saved, "users", userFeatures, saved.ratings.users.size),
      items: restoredSide(saved, "items", itemFeatures, saved.items.size),
      dates: dates && dateBlock(new RatingDates(saved.ratings)),
    };
    const { cuts } = machineTask(saved.ratings, settings.task);
    const columns = columnsOf(machineBlocks(saved.ratings, side));
    const shape = { ...columns, factors: settings.factors, cuts };
    const samples = MachineSamples.restore(saved, shape, sampleCount(settings));
    return new FittedFactorizationMachine(saved.ratings, settings, samples, side);
  }
}

/** The settings without the features that {@link FactorizationMachine.of} adds. */
function ownSettings(settings: Partial<MachineSettings>): Partial<FactorizationMachineSettings> {
  const { userFeatures, itemFeatures, dates: _, ...own } = settings;
  return userFeatures || itemFeatures ? own : settings;
}

/** The first sweep that may be kept, from 0. */
function burnInOf({
  iterations,
  burnIn = Math.floor(iterations / 10),
}: FactorizationMachineSettings): number {
  return burnIn;
}

function sampleCount(settings: FactorizationMachineSettings): number {
  return Math.min(settings.samples, settings.iterations - burnInOf(settings));
}

function columnsOf(blocks: readonly RelationBlock[]): { columns: number; groups: number } {
  return {
    columns: blocks.reduce((sum, { features }) => sum + features.columnCount, 0),
    groups: blocks.reduce((sum, { groups }) => sum + groups.length, 0),
  };
}

/** A predicted rating, and where the rating is with a given probability. */
export interface RatingInterval {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** A feature's share in a score. */
export interface FeatureShare {
  /**
   * "user", "user's history", "item", "item's history", for side data "item: genres", for dates
   * "day" and "hours since the user's first rating".
   */
  readonly group: string;
  /** The user or item that the feature is, in a user's history an item; a category; a date. */
  readonly id: Id;
  readonly share: number;
}

/** The parts of a score by feature: it is the sum of `base` and all shares. */
export interface FeatureExplanation {
  readonly base: number;
  readonly features: readonly FeatureShare[];
}

/** A fitted {@link FactorizationMachine}. */
export class FittedFactorizationMachine extends FittedModel {
  readonly name = FactorizationMachine.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<MachineSettings>;
  readonly #samples: MachineSamples;
  readonly #blocks: readonly [RelationBlock, RelationBlock, ...RelationBlock[]];
  readonly #users: SampledRows;
  readonly #items: SampledRows;
  readonly #link: RatingLink;
  readonly #side: MachineSide;
  readonly #dates: RatingDates | undefined;

  constructor(
    ratings: Feedback,
    settings: Readonly<MachineSettings>,
    samples: MachineSamples,
    side: MachineSide,
  ) {
    super(ratings, side.itemIds);
    this.#side = side;
    this.#dates = side.dates?.dates;
    this.settings = settings;
    this.#samples = samples;
    this.#blocks = machineBlocks(ratings, side);
    const [users, items] = this.#blocks;
    this.#users = new SampledRows(samples, users.features, 0);
    this.#items = new SampledRows(samples, items.features, users.features.columnCount);
    this.#link = machineTask(ratings, settings.task).link(samples);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return FactorizationMachine;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#scoreItems(this.#dated(this.#users, userIndex, this.#placeOf(userIndex)), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#scoreItems(this.#rowsOf(history), into);
  }

  /** At the date of `timestamp`, if dates are features. */
  override predict(userId: Id, itemId: Id, { timestamp }: RatingDate = {}): number {
    return this.predictMany([{ userId, itemId, timestamp }])[0];
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const into = new Float64Array(1);
    this.scorePairs(Int32Array.of(userIndex), Int32Array.of(itemIndex), into);
    return into[0];
  }

  override scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    timestamps?: Timestamps,
  ): void {
    const { count } = this.#samples;
    const dates = this.#dates;
    const { table, indices } = dates
      ? datedPairs({ samples: this.#samples, dates }, this.#users, userIndices, secondsOf(timestamps ?? []))
      : { table: this.#users, indices: userIndices };
    const scores = new Float64Array(into.length);
    into.fill(0);
    for (let sample = 0; sample < count; sample++) {
      const rows = {
        base: this.#base(sample),
        users: table.ofSample(sample),
        items: this.#items.ofSample(sample),
        width: this.#users.width,
      };
      writePairScores(rows, indices, itemIndices, scores);
      this.#link.toRatings(sample, scores);
      for (let k = 0; k < into.length; k++) into[k] += scores[k];
    }
    for (let k = 0; k < into.length; k++) into[k] /= count;
  }

  /**
   * As for features that only the prior is known of: an unknown id without a history. The date is
   * that of the user's last rating, or unknown.
   */
  override partialScore(userIndex: number, itemIndex: number): number {
    const { count } = this.#samples;
    const score = new Float64Array(1);
    const place = this.#placeOf(userIndex);
    const ofPrior = { ofSample: (sample: number) => this.#samples.prior(sample, 0).means };
    const user = userIndex < 0 ? this.#dated(ofPrior, 0, place) : this.#dated(this.#users, userIndex, place);
    let sum = 0;
    for (let sample = 0; sample < count; sample++) {
      const item =
        itemIndex < 0
          ? this.#samples.prior(sample, this.#blocks[0].groups.length).means
          : this.#items.row(sample, itemIndex);
      score[0] = this.#base(sample) + product(user(sample), item);
      this.#link.toRatings(sample, score);
      sum += score[0];
    }
    return sum / count;
  }

  /**
   * The predicted rating of a user and an item, and the interval that the rating lies in with a
   * probability of `level`: as often below as above it. It comes from the spread of the samples and
   * the noise of ratings, and is clipped to the scale. NaN for an unknown id.
   *
   * @example
   * const machine = new FactorizationMachine({ factors: 2, iterations: 20 }).fit(ratings);
   * const { low, high } = machine.predictWithInterval(1, 50, { level: 0.8 });
   */
  predictWithInterval(
    userId: Id,
    itemId: Id,
    { level = 0.9, timestamp }: { readonly level?: number } & RatingDate = {},
  ): RatingInterval {
    shareBetween0And1({ level });
    const userIndex = this.ratings.users.indexOf(userId);
    const itemIndex = this.items.indexOf(itemId);
    if (userIndex < 0 || itemIndex < 0) return { score: Number.NaN, low: Number.NaN, high: Number.NaN };
    const { min, max } = this.ratings.scale;
    const { count } = this.#samples;
    const user = this.#dated(this.#users, userIndex, this.#placeOf(userIndex, timestamp));
    const scores = new Float64Array(count);
    for (let sample = 0; sample < count; sample++) {
      scores[sample] = this.#base(sample) + product(user(sample), this.#items.row(sample, itemIndex));
    }
    const clipped = (share: number) => Math.min(max, Math.max(min, this.#link.quantile(scores, share)));
    return {
      score: this.predict(userId, itemId, { timestamp }),
      low: clipped((1 - level) / 2),
      high: clipped((1 + level) / 2),
    };
  }

  /**
   * The share of each feature in the score of an item for a user: its weight, and half of its
   * interactions with all other features. With an ordered probit, of the score before noise and cut
   * points, not of the rating.
   *
   * @throws RangeError for an unknown id.
   */
  explainFeatures(userId: Id, itemId: Id, { timestamp }: RatingDate = {}): FeatureExplanation {
    const rows = [this.knownUser(userId), this.knownItem(itemId)];
    const place = this.#placeOf(rows[0], timestamp);
    const userAt = this.#dated(this.#users, rows[0], place);
    const { width } = this.#users;
    const { count } = this.#samples;
    const features = this.#featuresOf(rows, place).map((each) => ({ ...each, share: 0 }));
    let base = 0;
    for (let sample = 0; sample < count; sample++) {
      base += this.#base(sample) / count;
      const drawn = this.#samples.rows(sample);
      const [user, item] = [userAt(sample), this.#items.row(sample, rows[1])];
      for (const feature of features) {
        const own = feature.row * width;
        feature.share += feature.x * drawn[own];
        for (let f = 1; f < width; f++) {
          const part = feature.x * drawn[own + f];
          feature.share += (part * (user[f] + item[f] - part)) / 2;
        }
      }
    }
    const shares = features.map(({ group, id, share }) => ({ group, id, share: share / count }));
    return { base, features: shares.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
  }

  /**
   * The contribution of a rating is that of its item as part of the user's history: its weight and
   * its interactions with the features of the item to score. The value of the rating acts through
   * the user's id, which is part of the base. With an ordered probit all of the score is the base,
   * as it is no sum.
   */
  explainFor(history: History, itemIndex: number): Explanation {
    const rows = this.#rowsOf(history);
    const { itemIndices, values } = history;
    const { count } = this.#samples;
    const { width } = this.#items;
    if (!this.#link.isLinear) {
      const scores = new Float64Array(this.items.size);
      this.#scoreItems(rows, scores);
      return { base: scores[itemIndex], contributions: [] };
    }
    const shares = new Float64Array(itemIndices.length);
    const isKnown = (item: number) => item < this.ratings.items.size;
    const x = 1 / Math.sqrt(itemIndices.filter(isKnown).length);
    let score = 0;
    for (let sample = 0; sample < count; sample++) {
      const item = this.#items.row(sample, itemIndex);
      const columns = this.#samples.columns(sample);
      score += this.#base(sample) + product(rows(sample), item);
      for (const [k, rated] of itemIndices.entries()) {
        if (!isKnown(rated)) continue;
        const own = (this.ratings.users.size + rated) * width;
        shares[k] += x * columns[own];
        for (let f = 1; f < width; f++) shares[k] += x * columns[own + f] * item[f];
      }
    }
    const contributions: Contribution[] = Array.from(itemIndices, (rated, k) => ({
      itemId: this.items.idOf(rated),
      rating: values[k],
      share: shares[k] / count,
    }));
    const base = contributions.reduce((sum, { share }) => sum - share, score / count);
    return { base, contributions: contributions.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
  }

  state(): Record<string, SavedArray> {
    const { users, items } = this.#side;
    return { ...this.#samples.state(), ...sideState("users", users), ...sideState("items", items) };
  }

  #base(sample: number): number {
    return this.#link.offset + this.#samples.bias(sample);
  }

  /** The row of a user for each sample; a new user is folded in. */
  #rowsOf(history: History): (sample: number) => Float32Array {
    const { userIndex, itemIndices } = history;
    if (userIndex >= 0) return this.#dated(this.#users, userIndex, this.#placeOf(userIndex));
    const { users, items } = this.ratings;
    const samples = this.#samples;
    const dates = this.#dates;
    const own = dates?.ofNewUser(secondsOf(history.timestamps ?? []), itemIndices.length);
    const rated =
      dates && own
        ? new DatedRows({ samples, dates }, { table: this.#items, indices: itemIndices, places: own.places })
        : this.#items;
    const machine = {
      samples,
      items: rated,
      rowOfRating: dates ? itemIndices.map((_, k) => k) : itemIndices,
      userCount: users.size,
      historySize: items.size,
      link: this.#link,
    };
    const rows = foldInUser(machine, history);
    return this.#dated({ ofSample: (sample) => rows[sample] }, 0, own?.last);
  }

  /** A user's date, if dates are features; that of the last rating without a timestamp. */
  #placeOf(userIndex: number, timestamp?: RatingDate["timestamp"]): DatePlace | undefined {
    return this.#dates?.ofUser(userIndex, secondsOf([timestamp])[0]);
  }

  /** A row of a table for each sample, together with a date if dates are features. */
  #dated(table: RowTable, index: number, place: DatePlace | undefined): (sample: number) => Float32Array {
    const { width } = this.#users;
    const [samples, dates] = [this.#samples, this.#dates];
    if (!dates || !place) {
      return (sample) => table.ofSample(sample).subarray(index * width, (index + 1) * width);
    }
    const rows = new DatedRows({ samples, dates }, { table, indices: Int32Array.of(index), places: [place] });
    return (sample) => rows.ofSample(sample);
  }

  #scoreItems(rowOfUser: (sample: number) => Float32Array, into: Float64Array): void {
    const { count } = this.#samples;
    const scores = new Float64Array(into.length);
    into.fill(0);
    for (let sample = 0; sample < count; sample++) {
      writeRowScores(this.#base(sample), rowOfUser(sample), this.#items.ofSample(sample), scores);
      this.#link.toRatings(sample, scores);
      for (let k = 0; k < into.length; k++) into[k] += scores[k];
    }
    for (let k = 0; k < into.length; k++) into[k] /= count;
  }

  /** The features of a user, an item and a date. */
  #featuresOf(rows: readonly number[], place: DatePlace | undefined): RowFeature[] {
    const { shape } = this.#samples;
    const found: RowFeature[] = [];
    let first = 2 * shape.groups;
    for (const side of [0, 1] as const) {
      const { features } = this.#blocks[side];
      const { indices, values } = rowOf(features, rows[side]);
      for (const [k, column] of indices.entries()) {
        found.push({ ...this.#featureAt(side, column), x: values[k], row: first + column });
      }
      first += features.columnCount;
    }
    const [, , block] = this.#blocks;
    if (!this.#dates || !place) return found;
    const at = dateRows(shape, this.#dates, place);
    for (const [feature, { name, labels }] of block.groups.entries()) {
      found.push({ group: name, id: labels?.[place[feature]] ?? "without ratings", x: 1, row: at[feature] });
    }
    return found;
  }

  /** A column of the block of users (side 0) or items (side 1). */
  #featureAt(side: 0 | 1, column: number): Omit<FeatureShare, "share"> {
    const [own, others] = [this.ratings.users, this.items];
    const { groups } = this.#blocks[side];
    let place = column;
    let group = 0;
    while (place >= groups[group].size) place -= groups[group++].size;
    const { name, labels } = groups[group];
    if (labels) return { group: name, id: labels[place] };
    return { group: name, id: (group === side ? own : others).idOf(place) };
  }
}

/** A feature with its value, and its row of `MachineSamples.rows`. */
interface RowFeature extends Omit<FeatureShare, "share"> {
  readonly x: number;
  readonly row: number;
}

/** Seconds since 1970 of each timestamp; NaN for an unknown one. */
function secondsOf(timestamps: Timestamps): Float64Array {
  return timestampColumn(timestamps);
}

/** What the rows of a user and an item add to a score. */
function product(user: Float32Array, item: Float32Array): number {
  let score = user[0] + item[0];
  for (let f = 1; f < user.length; f++) score += user[f] * item[f];
  return score;
}
