import { bprCost, bprPass } from "../../kernels/factors/bpr.js";
import { minimize } from "../../math/conjugate-gradient.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { oneRow } from "../../sparse/one-row.js";
import { sortedRows } from "../../sparse/sorted-rows.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { History, Model, ModelKind, SavedModel } from "../contract/model.js";
import { checkImplicit, implicitHistory } from "../implicit/implicit-values.js";
import { throwIfDiverged } from "../training/diverged.js";
import { drawUnrated } from "./draw-unrated.js";
import { FittedFactors, type LearnedFactors, savedFactors } from "./fitted-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link Bpr}. */
export interface BprSettings extends SettingsOf<typeof Bpr.settings> {}

/**
 * Bayesian personalised ranking: what a user has rated shall stand above what they have not.
 *
 *     score = itemBias + userFactors · itemFactors
 *     most likely where Σ ln σ(score of a rated item − score of an unrated one) is largest, with σ(x) = 1 / (1 + e⁻ˣ)
 *
 * Each pass takes every rating once, user by user in a random order, and compares it with an item that its user has not rated, each as
 * likely as the next. Every rating counts as an interest, whatever its value; leave out those that are none, as with
 * `ratings.filter(({ rating }) => rating >= 4)`. Fits in O(iterations × ratings × (factors + log(ratings of a user))). Rendle,
 * Freudenthaler, Gantner and Schmidt-Thieme, BPR: Bayesian personalized ranking from implicit feedback, UAI 2009.
 *
 * @example
 * new Bpr({ factors: 8, iterations: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class Bpr implements Model<FittedBpr> {
  static readonly kind = "Bpr";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 64 }),
      /** Passes over all ratings, each with new negative samples (epochs). */
      iterations: integer({ min: 1, default: 100 }),
      /** Step size. */
      learningRate: number({ min: 0, default: 0.02 }),
      /** λ in the penalty ½ λ · (‖p_u‖² + ‖q_i‖² + ‖q_j‖² + b_i² + b_j²), summed over samples. */
      regularization: number({ min: 0, default: 0.02 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
      /** Whether items have a bias. */
      biased: boolean({ default: true }),
    },
    randomFields,
  );
  readonly name = Bpr.kind;
  readonly settings: BprSettings;

  constructor(settings: Partial<BprSettings> = {}) {
    this.settings = Bpr.settings.check(this.name, settings);
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0, where every user has rated every item, and where the numbers leave all bounds.
   */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedBpr {
    const { factors, iterations, learningRate, regularization, initialScale, biased } = this.settings;
    const { users, items, byUser } = ratings;
    checkImplicit(ratings);
    if (ratings.count === users.size * items.size) throw nothingUnrated(users.size, items.size);
    const generated = random(this.settings);
    const itemBiases = new Float64Array(items.size);
    const userFactors = startNormal(generated, users.size * factors, initialScale);
    const itemFactors = startNormal(generated, items.size * factors, initialScale);
    const rated = sortedRows(byUser);
    for (let user = 0; user < users.size; user++) {
      if (byUser.rowLength(user) === 0) userFactors.set(factorsOfNobody(factors, biased), user * factors);
    }
    const order = generated.permutation(users.size);
    const others = new Int32Array(ratings.count);
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      drawUnrated(rated, generated, others);
      generated.shuffle(order);
      bprPass(
        order,
        rated,
        others,
        biased ? 1 : 0,
        factors,
        learningRate,
        regularization,
        itemBiases,
        userFactors,
        itemFactors,
      );
      throwIfDiverged(this.name, done + 1, itemFactors, learningRate);
    }
    reportProgress(task, { done: iterations, total: iterations });
    const userBiases = new Float64Array(users.size);
    const learned = { mean: 0, userBiases, itemBiases, userFactors, itemFactors };
    return new FittedBpr(ratings, this.settings, learned);
  }

  static restore(saved: SavedModel): FittedBpr {
    const { settings } = new Bpr(saved.settings);
    return new FittedBpr(saved.ratings, settings, savedFactors(saved, settings.factors));
  }
}

function nothingUnrated(userCount: number, itemCount: number): RangeError {
  return new RangeError(
    `all ${userCount} users have rated all ${itemCount} items, so there is no item to compare with; ` +
      "leave out ratings that are no interest, such as ratings.filter(({ rating }) => rating >= 4)",
  );
}

/** With how many items that a new person has not rated each rated one is compared. */
const ROUNDS = 20;

/**
 * A fitted `Bpr`: itemBias + userFactors · itemFactors, which only ranks. A new person's factors are the best ones while items stay: a convex
 * problem, solved over twenty drawn pairs for each rating, the same at each call. Whoever has rated nothing gets the biases of items, or
 * NaN where the model has none. Pairs of items made the factors, so that a score is not a sum over ratings: explanations are all base.
 */
export class FittedBpr extends FittedFactors {
  readonly name = Bpr.kind;
  readonly inStars = false;
  readonly settings: Readonly<BprSettings>;

  constructor(ratings: Ratings, settings: Readonly<BprSettings>, learned: LearnedFactors) {
    super(ratings, learned, { biased: false, userBiased: false, regularization: () => 0 });
    this.settings = settings;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Bpr;
  }

  override scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) this.scoreItems(history.userIndex, into);
    else this.scoreAll(0, this.#factorsOf(history), into);
  }

  #factorsOf(history: History): Float64Array {
    implicitHistory(history, { binary: true }, this.items);
    const { factors } = this;
    const { itemBiases, itemFactors } = this.learned;
    const { biased, regularization, seed, generator } = this.settings;
    const { itemIndices } = history;
    const n = itemIndices.length;
    const start = factorsOfNobody(factors, biased);
    if (n === 0 || n === this.items.size) return start;
    const rated = sortedRows(oneRow({ indices: itemIndices, values: history.values }, this.items.size));
    const others = new Int32Array(ROUNDS * n);
    const draws = random({ seed, generator });
    for (let round = 0; round < ROUNDS; round++) {
      drawUnrated(rated, draws, others.subarray(round * n, (round + 1) * n));
    }
    const cost = (x: Float64Array, gradient: Float64Array) =>
      bprCost(rated.indices, others, factors, regularization, itemBiases, itemFactors, x, gradient);
    return minimize(cost, new Float64Array(factors)).x;
  }
}

/** The factors of somebody of whom nothing is known: with biases, their scores are those. */
function factorsOfNobody(factors: number, biased: boolean): Float64Array {
  return new Float64Array(factors).fill(biased ? 0 : Number.NaN);
}
